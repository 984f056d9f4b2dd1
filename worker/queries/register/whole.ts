import { and, asc, count, eq, inArray, or, sql, type SQL } from 'drizzle-orm';
import type { Organisation } from '../../../schema/register/answers.ts';
import type { Register, RegisterEntries } from '../../../schema/register/whole.ts';
import { organisation, party, record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import { AppError } from '../../errors.ts';
import type { Sample } from '../record.ts';
import type { Reading } from '../releases.ts';
import { listSourcesOf } from '../sources.ts';
import { jsonList, publicAt } from '../window.ts';
import { listMetricCounts } from './counts.ts';
import { toOrganisation } from './organisations.ts';
import { listRecords } from './records.ts';

/** The most records, and the most organisations, of one file: what an isolate can hold and write in one go. */
export const MOST_ENTRIES = 5_000;
/** The most parties of them all. */
export const MOST_PARTIES = 15_000;

/**
 * All that the register holds at release `n`. Without sample data, an organisation that is sample is still there where
 * a record that is none names it.
 * @throws AppError 400 when there are more than {@link MOST_ENTRIES} or {@link MOST_PARTIES}
 */
export async function readEntries(db: Db, n: number, sample: Sample): Promise<RegisterEntries> {
  const only = sample === 'exclude' ? eq(record.sample, false) : undefined;
  if ((await countParties(db, n, only)) > MOST_PARTIES) throw tooLarge();
  const { records, next } = await listRecords(db, n, only, { limit: MOST_ENTRIES });
  if (next !== null) throw tooLarge();
  const named = new Set(
    records.flatMap(({ parties }) => parties.flatMap(({ organisation: one }) => one?.id ?? [])),
  );
  const [organisations, counts] = await Promise.all([
    listOrganisations(db, n, sample, [...named]),
    listMetricCounts(db, n),
  ]);
  const listed = new Set(records.map(({ id }) => id));
  return {
    records: records
      .reverse()
      .map((one) => (listed.has(one.partOf ?? '') ? one : { ...one, partOf: null })),
    organisations,
    counts: counts.map(({ metric, kind, role, landed }) => ({ metric, kind, role, landed })),
  };
}

/** Counts no further than it has to. */
async function countParties(db: Db, n: number, only: SQL | undefined): Promise<number> {
  const ofRecord = and(eq(party.record, record.id), eq(party.firstRelease, record.firstRelease));
  const some = db
    .select({ one: sql`1`.as('one') })
    .from(record)
    .innerJoin(party, ofRecord)
    .where(and(publicAt(record, n), only))
    .limit(MOST_PARTIES + 1)
    .as('some');
  const [row] = await db.select({ all: count() }).from(some);
  return row!.all;
}

async function listOrganisations(
  db: Db,
  n: number,
  sample: Sample,
  named: string[],
): Promise<Organisation[]> {
  const wanted =
    sample === 'exclude'
      ? or(eq(organisation.sample, false), inArray(organisation.id, jsonList(named)))
      : undefined;
  const rows = await db
    .select()
    .from(organisation)
    .where(and(publicAt(organisation, n), wanted))
    .orderBy(asc(organisation.id))
    .limit(MOST_ENTRIES + 1);
  if (rows.length > MOST_ENTRIES) throw tooLarge();
  return rows.map(toOrganisation);
}

const tooLarge = () =>
  new AppError(
    400,
    'invalid_request',
    `The register holds more than ${MOST_ENTRIES} records or organisations, or more than ${MOST_PARTIES} parties: too much for one file. Ask for those of a year or a kind at /api/v1/records.csv; the figures are at /api/v1/figures.csv.`,
  );

/** Whether any of the entries is sample data. */
export const holdsSample = ({ records, organisations }: RegisterEntries): boolean =>
  records.some(({ sample }) => sample) || organisations.some(({ sample }) => sample);

/** The whole register by itself, with the sources that its records name. */
export async function readRegister(
  db: Db,
  { release, centre }: Reading,
  sample: Sample,
): Promise<Register> {
  const entries = await readEntries(db, release.n, sample);
  const { names, timeZone } = centre;
  const sources = await listSourcesOf(db, entries.records, release.n);
  return {
    release,
    sample,
    centre: { names, timeZone },
    ...entries,
    sources,
    hasSample: holdsSample(entries),
  };
}
