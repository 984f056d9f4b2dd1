import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { OrganisationChange, RecordChangesAnswer } from '../../../schema/register/changes.ts';
import { organisationIndex, recordIndex } from '../../../schema/register/index-tables.ts';
import { facet } from '../../../schema/register/search-terms.ts';
import { organisation, record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import { listSourcesOf } from '../sources.ts';
import { titleRecords } from './history.ts';
import { comesAfter } from './match.ts';
import { toOrganisation } from './organisations.ts';
import { cutPage, withParties, type Page } from './records.ts';

/** The FTS5 expressions of what release `n` made of entries; a record that only names others otherwise is in none. */
export const changeExpressions = (n: number) => {
  const opened = (brought: string) =>
    `facets : ("${facet('first', n)}" AND "${facet('brought', brought)}")`;
  return {
    added: opened('new'),
    changed: opened('changed'),
    withdrawn: `facets : "${facet('gone', n)}"`,
  };
};

/** The versions that a release ended. */
const oldRecord = alias(record, 'old');
const oldOrganisation = alias(organisation, 'old');

const anyOf = (n: number): string =>
  Object.values(changeExpressions(n))
    .map((part) => `(${part})`)
    .join(' OR ');

/**
 * One page of the records that release `n` added, changed or withdrew, newest first, each before and after, with their
 * parties as they were called then. Reads as many rows as it shows.
 */
export async function readRecordChanges(
  db: Db,
  n: number,
  page: Page,
): Promise<Omit<RecordChangesAnswer, 'release'>> {
  const found = await db
    .select({ row: record, old: oldRecord })
    .from(recordIndex)
    .innerJoin(record, eq(record.rank, recordIndex.rank))
    .leftJoin(oldRecord, and(eq(oldRecord.id, record.id), eq(oldRecord.lastRelease, n - 1)))
    .where(and(sql`${recordIndex} match ${anyOf(n)}`, comesAfter(recordIndex.rank, page.after)))
    .orderBy(desc(recordIndex.rank))
    .limit(page.limit + 1);
  const { rows, next } = cutPage(
    found.map(({ row }) => row),
    page.limit,
  );
  const before = found.slice(0, rows.length).flatMap(({ old }) => old ?? []);
  const opened = rows.filter(({ firstRelease }) => firstRelease === n);
  const versions = await withParties(db, null, [...opened, ...before]);
  const byId = (some: typeof versions) => new Map(some.map((one) => [one.id, one]));
  const sides = {
    after: byId(versions.slice(0, opened.length)),
    before: byId(versions.slice(opened.length)),
  };
  const [sources, titles] = await Promise.all([
    listSourcesOf(db, versions, n),
    titleRecords(
      db,
      versions.flatMap(({ partOf }) => partOf ?? []),
      n,
    ),
  ]);
  const changes = rows.map(({ id }) => ({
    id,
    before: sides.before.get(id) ?? null,
    after: sides.after.get(id) ?? null,
  }));
  return { changes, sources, titles, next };
}

/** The same of organisations, the newest entries first. */
export async function readOrganisationChanges(
  db: Db,
  n: number,
  page: Page,
): Promise<{ changes: OrganisationChange[]; next: string | null }> {
  const { rank } = organisationIndex;
  const found = await db
    .select({ row: organisation, old: oldOrganisation, rank: organisation.rank })
    .from(organisationIndex)
    .innerJoin(organisation, eq(organisation.rank, rank))
    .leftJoin(
      oldOrganisation,
      and(eq(oldOrganisation.id, organisation.id), eq(oldOrganisation.lastRelease, n - 1)),
    )
    .where(and(sql`${organisationIndex} match ${anyOf(n)}`, comesAfter(rank, page.after)))
    .orderBy(desc(rank))
    .limit(page.limit + 1);
  const { rows, next } = cutPage(found, page.limit);
  const changes = rows.map(({ row, old }) => ({
    id: row.id,
    before: old && toOrganisation(old),
    after: row.firstRelease === n ? toOrganisation(row) : null,
  }));
  return { changes, next };
}
