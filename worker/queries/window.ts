import { and, gte, isNull, lte, or, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

type Windowed = { firstRelease: SQLiteColumn; lastRelease: SQLiteColumn };

/** The condition that a row of a published table was public at release `n`. */
export function publicAt(table: Windowed, n: number): SQL {
  return and(
    lte(table.firstRelease, n),
    or(isNull(table.lastRelease), gte(table.lastRelease, n)),
  ) as SQL;
}

/** The condition that a row of a published table was public at the release that a column names. */
export const publicWith = (table: Windowed, release: SQLiteColumn): SQL =>
  and(
    lte(table.firstRelease, release),
    or(isNull(table.lastRelease), gte(table.lastRelease, release)),
  ) as SQL;

/** Many values as one bound parameter: D1 allows 100 a statement. */
export const jsonList = (values: readonly (string | number)[]): SQL =>
  sql`(select value from json_each(${JSON.stringify(values)}))`;
