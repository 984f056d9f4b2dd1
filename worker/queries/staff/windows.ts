import { eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { StaffDb } from './open.ts';
import { publishedTables, type PublishedTable } from './published-tables.ts';

/** A statement that ends, with release `n - 1`, the open rows of these keys; none where there are no keys. */
export function closeWindows(
  db: StaffDb,
  { table, key }: Pick<PublishedTable, 'table'> & { key: readonly PublishedTable['key'][number][] },
  keys: readonly (string | number)[][],
  n: number,
): BatchItem<'sqlite'>[] {
  if (keys.length === 0) return [];
  const columns = sql.join(
    key.map((column) => sql.identifier(column.name)),
    sql`, `,
  );
  const picks = sql.raw(key.map((_, i) => `json_extract(value, '$[${i}]')`).join(', '));
  return [
    db.run(sql`update ${table} set last_release = ${n - 1}
      where last_release is null
        and (${columns}) in (select ${picks} from json_each(${JSON.stringify(keys)}))`),
  ];
}

/** Statements that undo all that release `n`, the newest, opened and closed. */
export const undoWindows = (db: StaffDb, n: number): BatchItem<'sqlite'>[] =>
  publishedTables.flatMap(({ table }) => [
    db.delete(table).where(eq(table.firstRelease, n)),
    db.run(sql`update ${table} set last_release = null where last_release = ${n - 1}`),
  ]);
