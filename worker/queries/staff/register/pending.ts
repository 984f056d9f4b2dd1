import { asc, isNull, sql } from 'drizzle-orm';
import type { PendingRegister } from '../../../../schema/staff/register.ts';
import { registerDraft } from '../../../../schema/staff/tables.ts';
import type { Editor } from '../editors.ts';
import type { StaffDb } from '../open.ts';
import { listProposers } from '../proposers.ts';
import { readOrganisations, readRecords, toEntry } from './entries.ts';
import { organisationsOf } from './rows.ts';
import { nameOrganisations } from './similar.ts';

/** Changes that a reviewer is shown at once. */
const SHOWN = 200;

/** The keys of all that waits. */
export const listPendingKeys = (db: StaffDb) =>
  db
    .select({ kind: registerDraft.kind, key: registerDraft.key })
    .from(registerDraft)
    .where(isNull(registerDraft.release));

/** Who made the changes of the register that wait. @param newest number of the newest release */
export const listRegisterEditors = async (db: StaffDb, newest: number): Promise<Editor[]> =>
  await listProposers(db, await listPendingKeys(db), newest, {
    saved: ['register_saved', 'organisations_merged'],
    discarded: 'register_discarded',
  });

/** What of the register waits for the next release: organisations, then records, the first of them before and after. */
export async function readPendingRegister(
  db: StaffDb,
): Promise<Omit<PendingRegister, 'editors' | 'own'>> {
  const waits = isNull(registerDraft.release);
  const [first, counts] = await db.batch([
    db
      .select({ kind: registerDraft.kind, key: registerDraft.key })
      .from(registerDraft)
      .where(waits)
      .orderBy(asc(registerDraft.kind), asc(registerDraft.rank))
      .limit(SHOWN),
    db
      .select({ kind: registerDraft.kind, count: sql<number>`count(*)` })
      .from(registerDraft)
      .where(waits)
      .groupBy(registerDraft.kind),
  ]);
  const keysOf = (kind: 'organisation' | 'record') =>
    first.filter((one) => one.kind === kind).map(({ key }) => key);
  const [organisations, records] = await Promise.all([
    readOrganisations(db, keysOf('organisation')),
    readRecords(db, keysOf('record')),
  ]);
  const named = [...records.values()].flatMap(({ content, published }) => [
    ...organisationsOf(content),
    ...organisationsOf(published),
  ]);
  return {
    count: counts.reduce((sum, { count }) => sum + count, 0),
    organisations: counts.find(({ kind }) => kind === 'organisation')?.count ?? 0,
    changes: [...organisations.values(), ...records.values()].map(toEntry),
    named: await nameOrganisations(db, named),
  };
}
