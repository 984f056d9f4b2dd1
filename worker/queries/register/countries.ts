import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { CountriesAnswer } from '../../../schema/register/answers.ts';
import { nameFacets } from '../../../schema/register/index-entries.ts';
import { organisationIndex } from '../../../schema/register/index-tables.ts';
import { organisation, party, record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import type { Sample } from '../record.ts';
import type { Reading } from '../releases.ts';
import { publicAt } from '../window.ts';

type Countries = CountriesAnswer['countries'];

/** The codes of the countries of release `n`, in their order. Seeks each in the index: costs as many rows as there are. */
export async function listCountryCodes(db: Db, n: number): Promise<string[]> {
  const rows = await db.all<{ code: string }>(sql`
    with recursive seen(code) as (
      select min(country) from organisation
      union all
      select (select min(country) from organisation where country > seen.code) from seen
      where seen.code is not null
    )
    select code from seen where code is not null and exists (
      select 1 from ${organisation} where ${organisation.country} = seen.code and ${publicAt(organisation, n)}
    )`);
  return rows.map(({ code }) => code);
}

/**
 * The countries of the parties of release `n`, those with most records first: how many organisations, and in how many
 * records of each year; of one year alone where one is asked for, then the organisations of its records. Reads every
 * party of the release once; the answer is kept at the edge.
 */
export async function countCountries(
  db: Db,
  n: number,
  { year, sample }: { year?: number | undefined; sample: Sample },
): Promise<Countries> {
  const isFact = (table: typeof record | typeof organisation) =>
    sample === 'exclude' ? eq(table.sample, false) : undefined;
  const ofRecord = and(eq(record.id, party.record), eq(record.firstRelease, party.firstRelease));
  const known = and(publicAt(organisation, n), isNotNull(organisation.country));
  const shown = and(
    publicAt(record, n),
    isFact(record),
    year === undefined ? undefined : eq(record.year, year),
  );
  const country = sql<string>`${organisation.country}`;
  const isInferred = sql`instr(${organisation.inferred}, '"country"') > 0`;
  const [years, bodies] = await db.batch([
    db
      .select({ country, year: record.year, records: sql<number>`count(distinct ${record.id})` })
      .from(party)
      .innerJoin(record, ofRecord)
      .innerJoin(organisation, eq(organisation.id, party.organisation))
      .where(and(known, shown))
      .groupBy(organisation.country, record.year)
      .orderBy(asc(record.year)),
    year === undefined
      ? db
          .select({
            country,
            organisations: sql<number>`count(*)`,
            inferred: sql<number>`sum(${isInferred})`,
          })
          .from(organisation)
          .where(and(known, isFact(organisation)))
          .groupBy(organisation.country)
      : db
          .select({
            country,
            organisations: sql<number>`count(distinct ${organisation.id})`,
            inferred: sql<number>`count(distinct iif(${isInferred}, ${organisation.id}, null))`,
          })
          .from(party)
          .innerJoin(record, ofRecord)
          .innerJoin(organisation, eq(organisation.id, party.organisation))
          .where(and(known, shown, isFact(organisation)))
          .groupBy(organisation.country),
  ]);
  return bodies
    .map((body) => ({
      ...body,
      years: years
        .filter(({ country }) => country === body.country)
        .map(({ year, records }) => ({ year, records })),
    }))
    .toSorted((a, b) => sumOf(b) - sumOf(a) || a.country.localeCompare(b.country));
}

const sumOf = ({ years }: Countries[number]): number =>
  years.reduce((sum, { records }) => sum + records, 0);

/**
 * The country of the centre itself: that of the organisation on the register which has its name. Null where there is
 * none, or its country is not known.
 */
export async function findHomeCountry(
  db: Db,
  { release: { n }, centre: { names } }: Reading,
): Promise<string | null> {
  const keys = nameFacets(names).map((facet) => `"${facet}"`);
  if (keys.length === 0) return null;
  const [row] = await db
    .select({ country: organisation.country })
    .from(organisationIndex)
    .innerJoin(organisation, eq(organisation.rank, organisationIndex.rank))
    .where(
      and(
        sql`${organisationIndex} match ${`facets : (${keys.join(' OR ')})`}`,
        publicAt(organisation, n),
        isNotNull(organisation.country),
      ),
    )
    .limit(1);
  return row?.country ?? null;
}
