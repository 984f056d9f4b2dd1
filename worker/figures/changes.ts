import type { Change } from '../../schema/answers.ts';
import { TOTAL } from '../../schema/vocabulary.ts';
import { describeVersion, type FigureRow } from './rows.ts';

export type ChangeCounts = { added: number; changed: number; withdrawn: number };

/**
 * What release `n` changed, figure by figure: the rows it closed paired with those it opened, by
 * metric, year and member, the total first. Other rows are passed over.
 */
export function listChanges(n: number, rows: readonly FigureRow[]): Change[] {
  const cells = Map.groupBy(
    rows.filter((row) => row.firstRelease === n || row.lastRelease === n - 1),
    (row) => `${row.metric}~${row.year}~${row.member}`,
  );
  return [...cells.values()]
    .toSorted(([a], [b]) => compareCells(a!, b!))
    .map((pair) => {
      const { metric, year, member } = pair[0]!;
      const before = pair.find((row) => row.lastRelease === n - 1);
      const after = pair.find((row) => row.firstRelease === n);
      return {
        metric,
        year,
        member: member === TOTAL ? null : member,
        before: before === undefined ? null : describeVersion(before),
        after: after === undefined ? null : describeVersion(after),
      };
    });
}

/** How many figures a release added, changed and withdrew. */
export function countChanges(changes: readonly Pick<Change, 'before' | 'after'>[]): ChangeCounts {
  const added = changes.filter((change) => change.before === null).length;
  const withdrawn = changes.filter((change) => change.after === null).length;
  return { added, changed: changes.length - added - withdrawn, withdrawn };
}

/** By code unit, as SQLite compares: the order of the `after` cursor. */
function compareCells(a: FigureRow, b: FigureRow): number {
  return compareText(a.metric, b.metric) || a.year - b.year || compareText(a.member, b.member);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
