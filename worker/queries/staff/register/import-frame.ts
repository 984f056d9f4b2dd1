import { nameKey } from '../../../../schema/register/name-key.ts';
import type { OrganisationContent, RecordContent } from '../../../../schema/staff/register.ts';
import { naturalKeys, yearOf, type FileRecord } from '../../../imports/register/group-rows.ts';
import { listBreakdowns, type Breakdowns } from '../../../imports/register/resolve-member.ts';
import { baseOf, namesIn } from '../../../imports/register/resolve-organisations.ts';
import { slugOf } from '../../../imports/register/slugs.ts';
import type { StaffDb } from '../open.ts';
import { readWorkingCatalogue, type WorkingCatalogue } from '../working-catalogue.ts';
import { isThere, readOrganisations, readRecords, type RegisterState } from './entries.ts';
import {
  listOrganisationsCalled,
  listRecordsOfDays,
  listTakenIds,
  type FoundRecord,
} from './import-find.ts';
import { listSourceIds } from './import-sources.ts';

/** All that a file of records is compared with, as the next release will have it. */
export interface ImportFrame {
  working: WorkingCatalogue;
  breakdowns: Breakdowns;
  /** Entries that a record of the file may be, by kind, year and title. */
  matches: ReadonlyMap<string, readonly FoundRecord[]>;
  /** By id, of all that the file names or may be. */
  states: ReadonlyMap<string, RegisterState<RecordContent>>;
  organisations: ReadonlyMap<string, OrganisationContent>;
  /** Ids that are or were in use. */
  taken: { record: ReadonlySet<string>; organisation: ReadonlySet<string>; source: Set<string> };
}

/** Reads it in a few statements, however many rows the file has. */
export async function readImportFrame(
  db: StaffDb,
  records: readonly FileRecord[],
): Promise<ImportFrame> {
  const given = records.flatMap(({ values }) => values.id ?? []);
  const rows = records.flatMap(({ parties }) => parties);
  const named = rows.map(namesIn);
  const ids = named.flatMap(({ id }) => id ?? []);
  const [working, found, called, takenRecords, takenBodies] = await Promise.all([
    readWorkingCatalogue(db),
    listRecordsOfDays(db, records.flatMap(dayOfRecord)),
    listOrganisationsCalled(db, [...new Set(named.flatMap(({ keys }) => keys))]),
    listTakenIds(db, 'record', [...records.map(idBaseOf), ...given]),
    listTakenIds(db, 'organisation', [...rows.map(baseOf), ...ids, 'similar']),
  ]);
  const matches = listMatches(found);
  const known = records.flatMap((record) => findMatches(record, { matches }));
  const [states, bodies, source] = await Promise.all([
    readRecords(db, [...given, ...known.map(({ key }) => key)]),
    readOrganisations(db, [...ids, ...called]),
    listSourceIds(db, working),
  ]);
  return {
    working,
    breakdowns: listBreakdowns(working.entries),
    matches,
    states,
    organisations: new Map(
      [...bodies].flatMap(([id, { content }]) => (content ? [[id, content]] : [])),
    ),
    taken: {
      record: takenRecords,
      organisation: new Set([...takenBodies, 'similar']),
      source,
    },
  };
}

/** What the id of a new record begins with. */
export const idBaseOf = ({ values }: FileRecord): string =>
  slugOf([values.title_en, values.title_zh]) ||
  `${values.kind ?? 'record'}-${values.date ?? yearOf(values) ?? 'new'}`;

const dayOfRecord = ({ values }: FileRecord) => {
  const year = yearOf(values);
  const isTitled = naturalKeys(values).length > 0;
  return isTitled && year !== undefined ? [{ year, date: values.date ?? null }] : [];
};

function listMatches(found: readonly FoundRecord[]): ImportFrame['matches'] {
  const matches = new Map<string, FoundRecord[]>();
  for (const one of found) {
    const keys = Object.values(one.titles).map(
      (title) => `${one.kind} ${one.year} ${nameKey(title)}`,
    );
    for (const key of new Set(keys)) matches.set(key, [...(matches.get(key) ?? []), one]);
  }
  return matches;
}

/**
 * The entries that a record of the file may be: of its kind, with one of its titles, of its day, or of its year where
 * one of the two has no day.
 */
export function findMatches(
  { values }: FileRecord,
  { matches }: Pick<ImportFrame, 'matches'>,
): FoundRecord[] {
  const year = yearOf(values);
  const date = values.date ?? null;
  const titles = [values.title_zh, values.title_en].flatMap((title) => title ?? []);
  const found = titles
    .flatMap((title) => matches.get(`${values.kind ?? ''} ${year ?? ''} ${nameKey(title)}`) ?? [])
    .filter((one) => date === null || one.date === null || one.date === date);
  const unique = [...new Map(found.map((one) => [one.key, one])).values()];
  const ofDay = unique.filter((one) => one.date === date);
  return ofDay.length === 1 ? ofDay : unique;
}

/** Whether an id is that of something on the register, or of what waits to be. */
export const isOnRegister = ({ states }: ImportFrame, id: string): boolean => {
  const state = states.get(id);
  return state !== undefined && isThere(state);
};
