import type { Change } from '../../schema/answers.ts';
import { TOTAL } from '../../schema/vocabulary.ts';
import { describeVersion, type FigureRow } from './rows.ts';

const keyOf = (row: FigureRow) => [row.metric, row.year, row.member].join('~');

const shown = (row: FigureRow | undefined) =>
  row && JSON.stringify([row.value, row.qualifier, row.status, row.sample]);

/**
 * The figures that say something else, or are more or less firm, than they did; with the reason of what stands now.
 * By metric and year, the total first.
 */
export function listChangesSince(then: readonly FigureRow[], now: readonly FigureRow[]): Change[] {
  const [before, after] = [then, now].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  return [...new Set([...before!.keys(), ...after!.keys()])]
    .toSorted()
    .filter((key) => shown(before!.get(key)) !== shown(after!.get(key)))
    .map((key) => {
      const [old, fresh] = [before!.get(key), after!.get(key)];
      const { metric, year, member } = (old ?? fresh)!;
      return {
        metric,
        year,
        member: member === TOTAL ? null : member,
        before: old ? describeVersion(old) : null,
        after: fresh ? describeVersion(fresh) : null,
      };
    });
}
