import { and, asc, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { recordIndex } from '../../../schema/register/index-tables.ts';
import type { RegisterRecord } from '../../../schema/register/answers.ts';
import type { RecordFilters } from '../../../schema/register/queries.ts';
import { organisation, party, record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import type { Sample } from '../record.ts';
import { publicAt, publicWith } from '../window.ts';
import { comesAfter, matchExpression } from './match.ts';
import { toOrganisation } from './organisations.ts';

export type RecordRow = typeof record.$inferSelect;

/** One page of a list: how many, and after which rank. */
export interface Page {
  limit: number;
  after?: number | undefined;
}

/** A page of rows, and where the next begins; null: there is none. */
export const cutPage = <T extends { rank: number }>(rows: T[], limit: number) => ({
  rows: rows.slice(0, limit),
  next: rows.length > limit ? String(rows[limit - 1]!.rank) : null,
});

/** The records of release `n` that a reader looks for, newest first. */
export async function findRecords(
  db: Db,
  n: number,
  filters: RecordFilters & { sample: Sample },
  page: Page,
): Promise<{ records: RegisterRecord[]; next: string | null }> {
  const { q, sample, ...facets } = filters;
  const expression = matchExpression({ q, sample, n, facets: Object.entries(facets) as never });
  if (expression === null) return { records: [], next: null };
  const matching = and(
    sql`${recordIndex} match ${expression}`,
    comesAfter(recordIndex.rank, page.after),
  );
  const found = await db
    .select({ row: record })
    .from(recordIndex)
    .innerJoin(record, eq(record.rank, recordIndex.rank))
    .where(and(matching, publicAt(record, n)))
    .orderBy(desc(recordIndex.rank))
    .limit(page.limit + 1);
  const { rows, next } = cutPage(
    found.map(({ row }) => row),
    page.limit,
  );
  return { records: await withParties(db, n, rows), next };
}

/** Records under a condition, newest first, with their parties. */
export async function listRecords(db: Db, n: number, condition: SQL | undefined, page: Page) {
  const after = page.after === undefined ? undefined : lt(record.rank, page.after);
  const found = await db
    .select()
    .from(record)
    .where(and(condition, after, publicAt(record, n)))
    .orderBy(desc(record.rank))
    .limit(page.limit + 1);
  const { rows, next } = cutPage(found, page.limit);
  return { records: await withParties(db, n, rows), next };
}

/**
 * Rows as answers tell of them: with their parties, as they are known in release `n`; null: as each was when its
 * version became public.
 */
export async function withParties(
  db: Db,
  n: number | null,
  rows: readonly RecordRow[],
): Promise<RegisterRecord[]> {
  if (rows.length === 0) return [];
  const versions = rows.map(({ id, firstRelease }) => [id, firstRelease]);
  const ofThese = and(
    eq(party.record, sql`version.value ->> 0`),
    eq(party.firstRelease, sql`version.value ->> 1`),
  );
  const isKnown =
    n === null ? publicWith(organisation, party.firstRelease) : publicAt(organisation, n);
  const found = await db
    .select({ party, organisation })
    // They stand first, and a cross join keeps them there: each is sought by itself.
    .from(sql`json_each(${JSON.stringify(versions)}) as version`)
    .crossJoin(party)
    .leftJoin(organisation, and(eq(organisation.id, party.organisation), isKnown))
    .where(ofThese)
    .orderBy(asc(party.record), asc(party.n));
  const byRecord = Map.groupBy(found, (one) => one.party.record);
  return rows.map(({ firstRelease, lastRelease: _, rank: __, reason: ___, ...row }) => ({
    ...row,
    parties: (byRecord.get(row.id) ?? [])
      .filter((one) => one.party.firstRelease === firstRelease)
      .map((one) => ({
        role: one.party.role,
        organisation: one.organisation && toOrganisation(one.organisation),
        person: one.party.person,
        position: one.party.position,
      })),
  }));
}
