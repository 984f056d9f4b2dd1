import type { MetricFigures } from '$schema/answers.ts';

const points = ({ series }: MetricFigures) => series.flatMap((one) => one.points);

/** The newest year with a figure, else the last of the range. */
export const newestYear = (figures: MetricFigures): number =>
  points(figures).reduce(
    (newest, { year, value }) => (value === null ? newest : Math.max(newest, year)),
    0,
  ) || figures.to;

/** Whether any figure or target of it is sample data. */
export const hasSample = (figures: MetricFigures): boolean =>
  [...points(figures), ...figures.targets].some(({ sample }) => sample);
