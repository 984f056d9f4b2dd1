import { and, asc, desc, eq, inArray, lt, lte, sql, type SQL } from 'drizzle-orm';
import { recordIndex } from '../../../schema/register/index-tables.ts';
import type { RegisterRecord } from '../../../schema/register/answers.ts';
import type { RecordFilters } from '../../../schema/register/queries.ts';
import { organisation, party, record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import type { Sample } from '../record.ts';
import { listReleasesByNumber } from '../releases.ts';
import { listSourcesOf } from '../sources.ts';
import { jsonList, publicAt } from '../window.ts';
import { comesAfter, matchExpression } from './match.ts';
import { toOrganisation } from './organisations.ts';

/** Parts of a record that are listed with it. */
const MOST_PARTS = 100;

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

/** Every version of one record up to release `n`, oldest first. */
export const listVersions = (db: Db, n: number, id: string): Promise<RecordRow[]> =>
  db
    .select()
    .from(record)
    .where(and(eq(record.id, id), lte(record.firstRelease, n)))
    .orderBy(asc(record.firstRelease));

/** Rows as answers tell of them: with their parties, as they are known in release `n`. */
export async function withParties(
  db: Db,
  n: number,
  rows: readonly RecordRow[],
): Promise<RegisterRecord[]> {
  if (rows.length === 0) return [];
  const ofThese = inArray(party.record, jsonList(rows.map(({ id }) => id)));
  const found = await db
    .select({ party, organisation })
    .from(party)
    .leftJoin(organisation, and(eq(organisation.id, party.organisation), publicAt(organisation, n)))
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

/** One record with what took place in it, its sources and its releases; null: there is none in release `n`. */
export async function readRecord(db: Db, n: number, id: string, sample: Sample) {
  const versions = await listVersions(db, n, id);
  const row = versions.find(({ lastRelease }) => lastRelease === null || lastRelease >= n);
  if (!row || (sample === 'exclude' && row.sample)) return null;
  const [[found], parts, brought] = await Promise.all([
    withParties(db, n, [row]),
    listRecords(db, n, eq(record.partOf, id), { limit: MOST_PARTS }),
    listReleasesByNumber(
      db,
      versions.map(({ firstRelease }) => firstRelease),
    ),
  ]);
  const shown = parts.records.filter((part) => sample === 'include' || !part.sample);
  return {
    record: found!,
    parts: shown,
    history: versions.map(({ firstRelease, reason, titles }) => ({
      release: brought.get(firstRelease)!,
      reason,
      titles,
    })),
    sources: await listSourcesOf(db, [row, ...shown], n),
  };
}
