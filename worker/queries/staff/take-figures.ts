import type { BatchItem } from 'drizzle-orm/batch';
import { draft } from '../../../schema/staff/tables.ts';
import { cellKeyOf, cellOfKey } from '../../figures/return-cells.ts';
import type { Actor } from '../../staff/actor.ts';
import type { Entry } from './commit.ts';
import type { Drafting } from './drafting.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';

/**
 * Ends the following of a return that is submitted: each figure stays the number that the register holds now. Told of
 * each, beside what is published.
 */
export function takeFigures(
  db: StaffDb,
  { id }: Pick<Actor, 'id'>,
  { cells }: Pick<Drafting, 'cells'>,
  { year, at }: { year: number; at: string },
): { statements: BatchItem<'sqlite'>[]; entries: Entry[] } {
  const taken = [...cells.drafts]
    .map(([key, cell]) => ({ ...cellOfKey(key), ...cell }))
    .filter((cell) => cell.year === year && cell.fromRegister === 'follows');
  const rows = taken.map(({ metric, member, version, content }) => ({
    ...{ year, metric, member, version: version + 1, content },
    ...{ fromRegister: 'taken' as const, editedBy: id, editedAt: at },
  }));
  return {
    statements: insertRows(db, draft, rows, { replace: [draft.year, draft.metric, draft.member] }),
    entries: rows.map(({ metric, member, content }): Entry => {
      const before = cells.published.get(cellKeyOf({ year, metric, member })) ?? null;
      const action = 'cell_taken';
      return { action, year, metric, member, before, after: content ?? before };
    }),
  };
}
