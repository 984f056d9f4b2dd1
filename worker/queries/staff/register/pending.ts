import { and, asc, isNull, sql } from 'drizzle-orm';
import type {
  PendingRegister,
  RegisterChanges,
} from '../../../../schema/staff/pending-register.ts';
import { registerDraft } from '../../../../schema/staff/tables.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import type { Editor } from '../editors.ts';
import type { StaffDb } from '../open.ts';
import { listProposers } from '../proposers.ts';
import { readOrganisations, readRecords, toEntry } from './entries.ts';
import { organisationsOf } from './rows.ts';
import { nameOrganisations } from './similar.ts';

/** Changes on one page. */
const SHOWN = 200;

/** The keys of all that waits. */
const listPendingKeys = (db: StaffDb) =>
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

const isWaiting = isNull(registerDraft.release);

/** How much of the register waits for the next release, and the first of it. */
export async function readPendingRegister(
  db: StaffDb,
): Promise<Omit<PendingRegister, 'editors' | 'own'>> {
  const [page, counts] = await Promise.all([
    readRegisterChanges(db),
    db
      .select({ kind: registerDraft.kind, count: sql<number>`count(*)` })
      .from(registerDraft)
      .where(isWaiting)
      .groupBy(registerDraft.kind),
  ]);
  return {
    count: counts.reduce((sum, { count }) => sum + count, 0),
    organisations: counts.find(({ kind }) => kind === 'organisation')?.count ?? 0,
    ...page,
  };
}

/**
 * One page of what waits, before and after: organisations, then records by day.
 * @param after the `next` of the page before, as `record~20240806000001`
 */
export async function readRegisterChanges(db: StaffDb, after?: string): Promise<RegisterChanges> {
  const [kind, rank] = after?.split('~') ?? [];
  const isAfter =
    kind === undefined
      ? undefined
      : sql`(${registerDraft.kind}, ${registerDraft.rank}) > (${kind}, ${Number(rank)})`;
  const rows = await db
    .select({ kind: registerDraft.kind, key: registerDraft.key, rank: registerDraft.rank })
    .from(registerDraft)
    .where(and(isWaiting, isAfter))
    .orderBy(asc(registerDraft.kind), asc(registerDraft.rank))
    .limit(SHOWN + 1);
  const shown = rows.slice(0, SHOWN);
  const last = shown.at(-1);
  const keysOf = (kind: RegisterKind) =>
    shown.filter((one) => one.kind === kind).map(({ key }) => key);
  const [organisations, records] = await Promise.all([
    readOrganisations(db, keysOf('organisation')),
    readRecords(db, keysOf('record')),
  ]);
  const sides = [...records.values()].flatMap(({ content, published }) => [content, published]);
  const [named, titles] = await Promise.all([
    nameOrganisations(db, sides.flatMap(organisationsOf)),
    titleRecords(
      db,
      sides.flatMap((side) => side?.partOf ?? []),
    ),
  ]);
  return {
    changes: [...organisations.values(), ...records.values()].map(toEntry),
    ...{ named, titles },
    next: last && rows.length > SHOWN ? `${last.kind}~${last.rank}` : null,
  };
}

/** Records by id, as the next release will call them; one that it withdraws as it was. */
async function titleRecords(
  db: StaffDb,
  ids: readonly string[],
): Promise<RegisterChanges['titles']> {
  const states = await readRecords(db, [...new Set(ids)]);
  return [...states.values()].flatMap(({ key, content, published }) => {
    const shown = content ?? published;
    return shown ? [{ id: key, titles: shown.titles }] : [];
  });
}
