import type {
  OrganisationEntry,
  RecordEntry,
  RecordEntryAnswer,
} from '../../../../schema/staff/register.ts';
import { AppError } from '../../../errors.ts';
import type { StaffDb } from '../open.ts';
import { readWorkingCatalogue } from '../working-catalogue.ts';
import { isThere, readOrganisations, readRecords, toEntry } from './entries.ts';
import { organisationsOf } from './rows.ts';
import { nameOrganisations } from './similar.ts';

/** A record with all that it names. @throws AppError 404 */
export async function readRecordEntry(db: StaffDb, key: string): Promise<RecordEntryAnswer> {
  const state = (await readRecords(db, [key])).get(key)!;
  if (!isThere(state)) throw noSuch('record', key);
  const named = [...organisationsOf(state.content), ...organisationsOf(state.published)];
  const [organisations, { sources }] = await Promise.all([
    nameOrganisations(db, named),
    readWorkingCatalogue(db),
  ]);
  return { entry: toEntry(state) as RecordEntry, organisations, sources };
}

/** An organisation. @throws AppError 404 */
export async function readOrganisationEntry(db: StaffDb, key: string): Promise<OrganisationEntry> {
  const state = (await readOrganisations(db, [key])).get(key)!;
  if (!isThere(state)) throw noSuch('organisation', key);
  return toEntry(state) as OrganisationEntry;
}

const noSuch = (what: 'record' | 'organisation', key: string) =>
  new AppError(
    404,
    'not_found',
    `There is no ${what} "${key}". The list is at /api/v1/staff/${what}s.`,
  );
