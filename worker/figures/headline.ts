import type { Headline, MetricFigures } from '../../schema/answers.ts';
import { deriveProgress } from './derive.ts';

/**
 * The total of one year, with its target and the progress towards it.
 *
 * @throws RangeError when the year is outside the figures' range: the caller asked for the wrong range
 */
export function pickHeadline(figures: MetricFigures, year: number): Headline {
  const point = figures.series[0]?.points.find((found) => found.year === year);
  if (point === undefined)
    throw new RangeError(`${figures.metric.id}: ${year} is not in ${figures.from}-${figures.to}`);
  const target = figures.targets.find((found) => found.year === year) ?? null;
  return { point, target, progress: deriveProgress(point, target) };
}
