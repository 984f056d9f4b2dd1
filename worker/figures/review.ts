import type { Metric } from '../../schema/answers.ts';
import { describeChange, factOf, warnCell } from '../../schema/staff/checks.ts';
import type { ReviewChange, StayingFigure } from '../../schema/staff/releases.ts';
import type { SheetMetric } from '../../schema/staff/returns.ts';
import { isAsPublished } from './as-published.ts';
import { cellKeyOf, type Cells } from './return-cells.ts';
import { turnsTrend } from './trend.ts';

/** What a return would change, figure by figure, each beside what is public and the years next to it. */
export function listReviewChanges(
  metrics: readonly SheetMetric[],
  year: number,
  { catalogue, published }: { catalogue: readonly Metric[]; published: Cells['published'] },
): ReviewChange[] {
  return metrics.flatMap((metric) => {
    const breaks = catalogue.find(({ id }) => id === metric.id)?.breaks ?? [];
    const breaksAt = (at: number) => breaks.some((found) => found.year === at);
    return metric.cells.flatMap((cell): ReviewChange[] => {
      const { member, published: before, previous, comments } = cell;
      const after = cell.draft?.content ?? null;
      if (after === null || isAsPublished({ year, content: after }, before ?? undefined)) return [];
      const next = published.get(cellKeyOf({ year: year + 1, metric: metric.id, member })) ?? null;
      const neighbours = [
        breaksAt(year) ? null : factOf(previous),
        breaksAt(year + 1) ? null : factOf(next),
      ];
      const stated = after.withdrawn ? null : after;
      return [
        {
          metric: metric.id,
          metricNames: metric.names,
          member,
          memberNames: cell.names,
          decimals: metric.decimals,
          breaks: metric.breaks,
          before,
          after,
          previous,
          ...describeChange(factOf(before), stated, { decimals: metric.decimals }),
          warnings: warnCell(metric, cell),
          turns: turnsTrend(factOf(before), stated, neighbours),
          comments,
          ...(cell.register && { register: cell.register }),
          counts: metric.counts,
          fromRegister: cell.draft?.fromRegister ?? null,
        },
      ];
    });
  });
}

/** The figures that a return leaves as they are published although the register holds more or fewer. */
export const listDiffering = (
  metrics: readonly SheetMetric[],
  changes: readonly ReviewChange[],
): StayingFigure[] => {
  const changed = new Set(changes.map(({ metric, member }) => `${metric}~${member}`));
  return metrics.flatMap(({ id: metric, names: metricNames, decimals, counts, cells }) =>
    cells.flatMap(({ member, names: memberNames, published, register }): StayingFigure[] => {
      const { value = null, qualifier = 'exact' } = factOf(published) ?? {};
      if (changed.has(`${metric}~${member}`) || !counts || !register || value === null) return [];
      if (value === register.count) return [];
      const named = { metric, metricNames, member, memberNames, decimals };
      return [{ ...named, value, qualifier, register, counts }];
    }),
  );
};

/** How many sample figures a return takes out of the record without a word of its own on them. */
export function countDroppedSamples(
  metrics: readonly SheetMetric[],
  changes: readonly ReviewChange[],
): number {
  const sourced = new Set(
    changes.filter(({ after }) => !after.withdrawn).map(({ metric }) => metric),
  );
  const said = new Set(changes.map(({ metric, member }) => `${metric}~${member}`));
  return metrics
    .filter(({ id }) => sourced.has(id))
    .flatMap(({ id, cells }) =>
      cells.filter(({ member, published }) => published?.sample && !said.has(`${id}~${member}`)),
    ).length;
}
