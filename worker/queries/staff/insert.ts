import { getTableColumns, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { StaffDb } from './open.ts';

/** Characters of JSON in one bound parameter; D1 takes 2 MB. */
const CHUNK = 400_000;

/**
 * Statements for a batch that insert any number of rows, each chunk as one JSON parameter: D1 allows 100 parameters
 * a statement. With `replace`, the columns that identify a row, a row that is there takes the new values.
 */
export function insertRows<T extends SQLiteTable>(
  db: StaffDb,
  table: T,
  rows: T['$inferSelect'][],
  { replace }: { replace?: SQLiteColumn[] } = {},
): BatchItem<'sqlite'>[] {
  const columns = Object.entries(getTableColumns(table));
  const picks = sql.raw(columns.map((_, i) => `json_extract(value, '$[${i}]')`).join(', '));
  const cells = rows.map((row) =>
    JSON.stringify(
      columns.map(([key, column]) => {
        const value = (row as Record<string, unknown>)[key] ?? null;
        return value === null ? null : column.mapToDriverValue(value);
      }),
    ),
  );
  const others = columns.filter(([, column]) => !replace?.includes(column as SQLiteColumn));
  const set = Object.fromEntries(
    others.map(([key, column]) => [key, sql.raw(`excluded."${column.name}"`)]),
  );
  return inChunks(cells).map((chunk) => {
    // "where true": else SQLite takes ON CONFLICT for a join's ON.
    const from = sql`select ${picks} from json_each(${`[${chunk.join(',')}]`}) where true`;
    const insert = db.insert(table).select(from);
    return replace ? insert.onConflictDoUpdate({ target: replace, set: set as never }) : insert;
  });
}

function inChunks(cells: string[]): string[][] {
  const chunks: string[][] = [];
  let left = 0;
  for (const cell of cells) {
    if (cell.length > left) {
      chunks.push([]);
      left = CHUNK;
    }
    chunks.at(-1)!.push(cell);
    left -= cell.length;
  }
  return chunks;
}
