import { and, eq, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { StaffDb } from './open.ts';
import { publishedTables, type PublishedTable } from './published-tables.ts';

type Table = PublishedTable['table'];

/** Keys in one bound parameter: some 60 bytes each, and D1 takes 2 MB. */
const CHUNK = 10_000;

/** Statements that end, with release `n - 1`, the open rows of these keys; none where there are no keys. */
export function closeWindows(
  db: StaffDb,
  { table, key }: { table: Table; key: readonly SQLiteColumn[] },
  keys: readonly (string | number)[][],
  n: number,
): BatchItem<'sqlite'>[] {
  const columns = sql.join([...key], sql`, `);
  const picks = sql.raw(key.map((_, i) => `json_extract(value, '$[${i}]')`).join(', '));
  const chunks = Array.from({ length: Math.ceil(keys.length / CHUNK) }, (_, i) =>
    JSON.stringify(keys.slice(i * CHUNK, (i + 1) * CHUNK)),
  );
  return chunks.map((chunk) => {
    const named = sql`(${columns}) in (select ${picks} from json_each(${chunk}))`;
    return endWith(
      db,
      table,
      n - 1,
      and(isNull(table.lastRelease), lt(table.firstRelease, n), named),
    );
  });
}

/** Statements that undo all that release `n`, the newest, opened and closed. */
export const undoWindows = (db: StaffDb, n: number): BatchItem<'sqlite'>[] =>
  publishedTables.flatMap(({ table }) => [
    db.delete(table).where(eq(table.firstRelease, n)),
    endWith(db, table, null, eq(table.lastRelease, n - 1)),
  ]);

const endWith = (db: StaffDb, table: Table, lastRelease: number | null, which?: SQL) =>
  db
    .update(table)
    .set({ lastRelease } as never)
    .where(which);
