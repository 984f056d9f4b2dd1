import { getTableColumns, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';

/**
 * The rows of a table under a condition as one value of a statement: D1 allows 50 statements a request, and so many
 * small tables are read by one.
 */
export function rowsAsOne<T extends SQLiteTable>(
  table: T,
  { where, orderBy }: { where: SQL; orderBy?: SQLiteColumn },
): SQL<T['$inferSelect'][]> {
  const columns = Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>);
  const names = sql.join(
    columns.map(([, column]) => sql`${column}`),
    sql`, `,
  );
  const order = orderBy ? sql` order by ${orderBy}` : sql``;
  const toRow = (values: unknown[]) =>
    Object.fromEntries(
      columns.map(([key, column], i) => {
        const value = values[i] ?? null;
        return [key, value === null ? null : column.mapFromDriverValue(value)];
      }),
    );
  return sql`(select json_group_array(json_array(${names})${order}) from ${table} where ${where})`.mapWith(
    (text: string) => (JSON.parse(text) as unknown[][]).map(toRow) as T['$inferSelect'][],
  );
}
