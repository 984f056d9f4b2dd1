import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import type { CountriesAnswer } from '../../../schema/register/answers.ts';
import { organisation, party, record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import type { Sample } from '../record.ts';
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
 * records of each year. Reads every party of the release once; the answer is kept at the edge.
 */
export async function countCountries(db: Db, n: number, sample: Sample): Promise<Countries> {
  const isFact = (table: typeof record | typeof organisation) =>
    sample === 'exclude' ? eq(table.sample, false) : undefined;
  const [years, bodies] = await db.batch([
    db
      .select({
        country: sql<string>`${organisation.country}`,
        year: record.year,
        records: sql<number>`count(distinct ${record.id})`,
      })
      .from(party)
      .innerJoin(
        record,
        and(eq(record.id, party.record), eq(record.firstRelease, party.firstRelease)),
      )
      .innerJoin(organisation, eq(organisation.id, party.organisation))
      .where(
        and(
          publicAt(record, n),
          publicAt(organisation, n),
          isNotNull(organisation.country),
          isFact(record),
        ),
      )
      .groupBy(organisation.country, record.year)
      .orderBy(asc(record.year)),
    db
      .select({
        country: sql<string>`${organisation.country}`,
        organisations: sql<number>`count(*)`,
        inferred: sql<number>`sum(instr(${organisation.inferred}, '"country"') > 0)`,
      })
      .from(organisation)
      .where(and(publicAt(organisation, n), isNotNull(organisation.country), isFact(organisation)))
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
