import type { MetricFigures, Overview } from '$schema/answers.ts';

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

/** The same of one year, for a page that shows no other: its figures, targets and changes. */
export const hasSampleIn = ({ metrics }: Overview, year: number): boolean =>
  metrics.some(
    ({ figures, headline }) =>
      headline.target?.sample ||
      points(figures).some(
        (point) =>
          point.year === year &&
          point.value !== null &&
          (point.sample || (point.change.value !== null && point.change.sample)),
      ),
  );
