import { getTableColumns, getTableName, type Column } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as indexTables from '../schema/register/index-tables.ts';
import * as publishedTables from '../schema/tables.ts';
import type { SeedRows } from './rows.ts';

const tables = { ...publishedTables, ...indexTables };

/** D1 refuses a statement above 100 kB; a row is a few kB at most. */
const maxBytes = 60_000;

/**
 * Releases first, as the others refer to them; the centre last, because its row says to the file
 * made by `write-sql.ts` that everything before it is there.
 */
const order = [
  'release',
  'metricGroup',
  'breakdown',
  'member',
  'metric',
  'source',
  'figure',
  'target',
  'closedYear',
  'metricCount',
  'organisation',
  'record',
  'party',
  'recordIndex',
  'organisationIndex',
  'centre',
] as const satisfies (keyof SeedRows)[];

/**
 * Complete SQL statements that insert the rows into an empty database, values written out, because
 * `wrangler d1 execute --file` binds no parameters. With `unlessSeeded` they change nothing in a
 * database that has a centre already (see `write-sql.ts`).
 */
export function seedStatements(rows: SeedRows, { unlessSeeded = false } = {}): string[] {
  return order.flatMap((name) => {
    const table: SQLiteTable = tables[name];
    const columns = Object.entries(getTableColumns(table));
    const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
    const into = `INSERT INTO "${getTableName(table)}" (${names})`;
    const values = rows[name].map((row) => {
      const cells = row as unknown as Record<string, unknown>;
      return `(${columns.map(([key, column]) => quote(toDriverValue(column, cells[key]))).join(', ')})`;
    });
    // A full-text index knows no conflicts: what it has already is looked up.
    const passOver =
      name in indexTables
        ? `AND "column1" NOT IN (SELECT rowid FROM "${getTableName(table)}")`
        : 'ON CONFLICT DO NOTHING';
    return inChunks(values).map((chunk) => {
      const list = `VALUES\n${chunk.join(',\n')}`;
      if (!unlessSeeded) return `${into} ${list};`;
      const guard = 'WHERE NOT EXISTS (SELECT 1 FROM "centre")';
      return `${into} SELECT * FROM (${list}) ${guard} ${passOver};`;
    });
  });
}

function toDriverValue(column: Column, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapToDriverValue(value);
}

/** A value as an SQL literal. Throws on what has none. */
function quote(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value !== 'string') throw new TypeError(`No SQL literal for ${String(value)}`);
  // As bytes: SQLite ends a statement at NUL, and wrangler refuses a file in which it sees a transaction.
  if (!/\p{Cc}|BEGIN TRANSACTION|COMMIT|SAVEPOINT/iu.test(value))
    return `'${value.replaceAll("'", "''")}'`;
  const bytes = [...new TextEncoder().encode(value)];
  return `CAST(x'${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}' AS TEXT)`;
}

function inChunks(values: string[]): string[][] {
  const chunks: string[][] = [];
  let left = 0;
  for (const value of values) {
    const size = new TextEncoder().encode(value).length + 2;
    if (size > left) {
      chunks.push([]);
      left = maxBytes;
    }
    chunks.at(-1)?.push(value);
    left -= size;
  }
  return chunks;
}
