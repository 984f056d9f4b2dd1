import type { MetricFigures, Point } from '../../schema/answers.ts';

/** Which number of a point a chart shows. */
export type Show = 'value' | 'change' | 'cumulative' | 'share';

/** What can be seen of one year: each series with its number and marks, and the target beside values. */
function seenOf({ series, targets }: MetricFigures, year: number, show: Show): string {
  const numberOf = (point: Point) => {
    const { value, qualifier, sample } = show === 'value' ? point : point[show];
    return [value, qualifier, sample, point.status, point.yearToDate && point.value !== null];
  };
  const numbers = series.flatMap(({ member, points }) => {
    const point = points.find((one) => one.year === year);
    // A series that has nothing to say of the year is as none: a new member has no former figures.
    return point === undefined || point.status === null ? [] : [[member, ...numberOf(point)]];
  });
  const target = show === 'value' ? targets.find((one) => one.year === year) : undefined;
  return JSON.stringify([numbers.toSorted(), target?.value, target?.sample]);
}

/**
 * The years of which a later release shows other numbers, marks or targets than a former one, oldest first; years
 * that only the later one has are among them. Null: the later one does not know the metric.
 */
export function newerYears(then: MetricFigures, now: MetricFigures | null, show: Show): number[] {
  const [from, to] = [Math.min(then.from, now?.from ?? then.from), Math.max(then.to, now?.to ?? 0)];
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  return years.filter(
    (year) => now === null || seenOf(then, year, show) !== seenOf(now, year, show),
  );
}
