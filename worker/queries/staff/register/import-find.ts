import { and, eq, gte, isNull, lt, sql } from 'drizzle-orm';
import { organisationIndex } from '../../../../schema/register/index-tables.ts';
import { facet } from '../../../../schema/register/search-terms.ts';
import type { RecordContent } from '../../../../schema/staff/register.ts';
import { registerDraftIndex } from '../../../../schema/staff/register-index-tables.ts';
import { registerDraft } from '../../../../schema/staff/tables.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import { organisation, record } from '../../../../schema/tables.ts';
import type { Localised } from '../../../../schema/vocabulary.ts';
import type { StaffDb } from '../open.ts';
import { hasNoDraft } from './naming.ts';
import { dayOf } from './ranks.ts';

// What is looked up stands first in every join here, and a cross join keeps it there: else whole tables are walked.

/** What a file without ids is compared with. */
export interface FoundRecord {
  key: string;
  kind: RecordContent['kind'];
  year: number;
  date: string | null;
  titles: Localised;
}

/** Numbers from and to exclusive, as a row of JSON. */
type Span = [from: number, to: number];

/** From the first of a year to the last, and what is known by the year alone. */
const yearSpan = (year: number): Span => [
  dayOf({ year, date: null }),
  dayOf({ year: year + 1, date: null }),
];
const daySpan = (date: string): Span => {
  const day = dayOf({ year: 0, date });
  return [day, day + 1_000_000];
};
/** Of entries of a year whose day is not known. */
const dayless = (year: number): Span => {
  const [from] = yearSpan(year);
  return [from, from + 1_000_000];
};

/**
 * Entries, public or waiting, of these days and years: reads those that stand there. Of a day also those of its year
 * whose day is not known; of a year all.
 */
export async function listRecordsOfDays(
  db: StaffDb,
  asked: readonly { year: number; date: string | null }[],
): Promise<FoundRecord[]> {
  if (asked.length === 0) return [];
  const whole = new Set(asked.flatMap(({ year, date }) => (date === null ? [year] : [])));
  const spans = [
    ...[...whole].map(yearSpan),
    ...asked.flatMap(({ year, date }) =>
      date === null || whole.has(year) ? [] : [daySpan(date), dayless(year)],
    ),
  ];
  const unique = [...new Map(spans.map((span) => [span[0], span])).values()];
  const listed = sql`json_each(${JSON.stringify(unique)}) as span`;
  const from = sql`json_extract(span.value, '$[0]')`;
  const to = sql`json_extract(span.value, '$[1]')`;
  const [rows, drafts] = await db.batch([
    db
      .select({
        key: record.id,
        kind: record.kind,
        year: record.year,
        date: record.date,
        titles: record.titles,
      })
      .from(listed)
      .crossJoin(record)
      .where(
        and(
          gte(record.rank, from),
          lt(record.rank, to),
          isNull(record.lastRelease),
          hasNoDraft(db),
        ),
      ),
    db
      .select({ key: registerDraft.key, content: registerDraft.content })
      .from(listed)
      .crossJoin(registerDraft)
      .where(
        and(
          gte(registerDraft.rank, from),
          lt(registerDraft.rank, to),
          isNull(registerDraft.release),
          eq(registerDraft.kind, 'record'),
        ),
      ),
  ]);
  return [
    ...rows,
    ...drafts.flatMap(({ key, content }) => {
      if (content === null) return [];
      const { kind, year, date, titles } = content as RecordContent;
      return [{ key, kind, year, date, titles }];
    }),
  ];
}

/** Ids of organisations, public or waiting, that have one of these names, otherwise written or not. */
export async function listOrganisationsCalled(
  db: StaffDb,
  nameKeys: readonly string[],
): Promise<string[]> {
  if (nameKeys.length === 0) return [];
  const facets = nameKeys.map((key) => `facets : "${facet('name', key)}"`);
  const listed = sql`json_each(${JSON.stringify(facets)}) as name`;
  const waits = `facets : "${facet('pending', 'organisation')}"`;
  const draftMatch = sql`${registerDraftIndex} match '(' || name.value || ') AND (' || ${waits} || ')'`;
  const [rows, drafts] = await db.batch([
    db
      .select({ key: organisation.id })
      .from(listed)
      .crossJoin(organisationIndex)
      .innerJoin(organisation, eq(organisation.rank, organisationIndex.rank))
      .where(and(sql`${organisationIndex} match name.value`, isNull(organisation.lastRelease))),
    db
      .select({ key: registerDraft.key })
      .from(listed)
      .crossJoin(registerDraftIndex)
      .innerJoin(registerDraft, eq(registerDraft.rank, registerDraftIndex.rank))
      .where(draftMatch),
  ]);
  return [...new Set([...rows, ...drafts].map(({ key }) => key))];
}

/** Ids that are or were in use and begin with one of these: it alone, or with more behind a hyphen. */
export async function listTakenIds(
  db: StaffDb,
  kind: RegisterKind,
  bases: readonly string[],
): Promise<Set<string>> {
  if (bases.length === 0) return new Set();
  const table = kind === 'record' ? record : organisation;
  const listed = sql`json_each(${JSON.stringify([...new Set(bases)])}) as base`;
  // "." is what follows "-" in the order of signs.
  const end = sql`base.value || '.'`;
  const [rows, drafts] = await db.batch([
    db
      .selectDistinct({ key: table.id })
      .from(listed)
      .crossJoin(table)
      .where(and(gte(table.id, sql`base.value`), lt(table.id, end))),
    db
      .select({ key: registerDraft.key })
      .from(listed)
      .crossJoin(registerDraft)
      .where(
        and(
          eq(registerDraft.kind, kind),
          gte(registerDraft.key, sql`base.value`),
          lt(registerDraft.key, end),
          isNull(registerDraft.release),
        ),
      ),
  ]);
  return new Set([...rows, ...drafts].map(({ key }) => key));
}
