import {
  effective,
  isExplained,
  refuseMetric,
  warnCell,
  type CheckedMetric,
} from '$schema/staff/checks.ts';
import type { Sheet } from '$schema/staff/returns.ts';
import type { Refusal, Warning } from '$schema/staff/words.ts';

/** What is unlikely about a cell, and whether that was explained. */
export interface Verdict {
  warnings: Warning[];
  explained: boolean;
  /** It says nothing at all. */
  empty: boolean;
}

/** The verdict on every cell of a metric, by member. */
export const judgeMetric = (metric: CheckedMetric): ReadonlyMap<string, Verdict> =>
  new Map(
    metric.cells.map((cell) => [
      cell.member,
      {
        warnings: warnCell(metric, cell),
        explained: isExplained(cell),
        empty: effective(cell) === null,
      },
    ]),
  );

/** Which of the changed cells of a metric the server would refuse, by member. */
export function refusalsOf(
  metric: CheckedMetric,
  { year, sources }: Pick<Sheet, 'year' | 'sources'>,
  changed: readonly string[],
): ReadonlyMap<string, Refusal> {
  const isSource = (id: string) =>
    sources.some((source) => source.id === id && source.kind !== 'sample');
  // Whether the year may be reported at all was settled when the return was started.
  const frame = { year, founded: year, currentYear: year, isSource };
  const found = refuseMetric(metric, frame, new Set(changed));
  return new Map(found.map(({ member, refusal }) => [member, refusal]));
}
