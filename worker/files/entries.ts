import type { Dataset, Metric, Point } from '../../schema/answers.ts';
import { isRetired, NOT_BROKEN_DOWN, type Localised } from '../../schema/vocabulary.ts';
import { words } from './words.ts';

/** One figure of a dataset as files give it. */
export interface Entry {
  metric: Metric;
  /** Member id, `total`, or `not-broken-down`. */
  member: string;
  names: Localised;
  point: Point;
  /** Why there is no value; null where there is one. */
  whyMissing: 'no_figure' | 'retired' | 'not_known' | null;
}

/** What the total, a part, or the rest is called. */
export function nameMember(metric: Metric, member: string): Localised {
  if (member === 'total') return words.total;
  if (member === NOT_BROKEN_DOWN) return words.rest;
  return metric.breakdown?.members.find(({ id }) => id === member)?.names ?? {};
}

/** Every figure, also those not reported: metric by metric, the total first, then the parts, year by year. */
export const listEntries = ({ figures }: Pick<Dataset, 'figures'>): Entry[] =>
  figures.flatMap(({ metric, series }) =>
    series.flatMap(({ member, points }) => {
      const id = member ?? 'total';
      const names = nameMember(metric, id);
      return points.map((point) => ({
        metric,
        member: id,
        names,
        point,
        whyMissing: whyMissing(metric, id, point),
      }));
    }),
  );

function whyMissing(metric: Metric, member: string, point: Point): Entry['whyMissing'] {
  if (point.value !== null) return null;
  if (member === NOT_BROKEN_DOWN) return 'not_known';
  const part = metric.breakdown?.members.find(({ id }) => id === member);
  const retired = isRetired(metric, point.year) || (part && isRetired(part, point.year));
  return retired ? 'retired' : 'no_figure';
}
