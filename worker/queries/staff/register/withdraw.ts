import { eq, inArray, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { organisationIndex, recordIndex } from '../../../../schema/register/index-tables.ts';
import { organisation, party, record } from '../../../../schema/tables.ts';
import type { StaffDb } from '../open.ts';
import { lastFacet } from './close-versions.ts';
import { passDrafts } from './draft-rows.ts';

/**
 * Statements that undo in the indexes, the parties and the drafts what release `n`, the newest, made of the register.
 * They stand before its windows are undone, as they read them.
 */
export const undoRegister = (db: StaffDb, n: number): BatchItem<'sqlite'>[] => [
  ...undoIndex(db, recordIndex, record, n),
  ...undoIndex(db, organisationIndex, organisation, n),
  db.delete(party).where(eq(party.firstRelease, n)),
  ...passDrafts(db, n, 'pending'),
];

function undoIndex(
  db: StaffDb,
  index: typeof recordIndex | typeof organisationIndex,
  table: typeof record | typeof organisation,
  n: number,
): BatchItem<'sqlite'>[] {
  const opened = db.select({ rank: table.rank }).from(table).where(eq(table.firstRelease, n));
  const closed = db
    .select({ rank: table.rank })
    .from(table)
    .where(eq(table.lastRelease, n - 1));
  const end = sql`instr(${index.facets}, ${lastFacet(n)})`;
  return [
    db.delete(index).where(inArray(index.rank, opened)),
    db
      .update(index)
      .set({ facets: sql`substr(${index.facets}, 1, ${end} - 1)` } as never)
      .where(inArray(index.rank, closed)),
  ];
}
