import { inArray } from 'drizzle-orm';
import {
  checkOrganisation,
  checkRecord,
  checkRegisterKey,
  refuseAt,
  type RegisterFrame,
  type RegisterProblem,
} from '../../../../schema/staff/register-checks.ts';
import { contentsOf } from '../../../../schema/staff/catalogue-checks.ts';
import type {
  OrganisationContent,
  RecordContent,
  RegisterContent,
} from '../../../../schema/staff/register.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import { organisation, record } from '../../../../schema/tables.ts';
import { AppError } from '../../../errors.ts';
import { localYear } from '../../releases.ts';
import { jsonList } from '../../window.ts';
import type { StaffDb } from '../open.ts';
import type { WorkingCatalogue } from '../working-catalogue.ts';
import { readOrganisations, readRecords, type RegisterState } from './entries.ts';
import { listPartsOf, listRecordsNaming } from './naming.ts';
import { asRecord, organisationsOf } from './rows.ts';

/** An entry that changes, and what it shall be. */
export interface Change {
  state: RegisterState;
  content: RegisterContent | null;
  /** Whether it may have the id of something that is gone, being that very thing. */
  comesBack?: boolean;
}

/** What changes are judged by, with themselves included. */
export interface Judged {
  refusals: RegisterProblem[];
  /** The refusals of each change by itself, in the order of the changes. */
  ofChanges: RegisterProblem[][];
  /** Every organisation that their records name, by id. */
  organisations: Map<string, OrganisationContent>;
}

/**
 * Judges changes of the register together: each is seen as if the others were there.
 * @throws AppError 409 `no_record`
 */
export async function judgeRegister(
  db: StaffDb,
  changes: readonly Change[],
  working: WorkingCatalogue,
): Promise<Judged> {
  const { frame, organisations } = await readFrame(db, changes, working);
  const used = await listUsed(db, changes);
  const ofChanges = changes.map(({ state, content }, i): RegisterProblem[] => {
    const { kind, key } = state;
    const wrongKey = checkRegisterKey(kind, key, state.published === null);
    if (wrongKey.length > 0) return wrongKey;
    if (content === null) return used.get(i) ?? [];
    return kind === 'record'
      ? checkRecord(key, content as RecordContent, frame)
      : checkOrganisation(content as OrganisationContent);
  });
  const refusals = [...ofChanges.flat(), ...(await listTaken(db, changes))];
  return { refusals, ofChanges, organisations };
}

async function readFrame(
  db: StaffDb,
  changes: readonly Change[],
  { centre, entries }: WorkingCatalogue,
) {
  if (!centre) throw new AppError(409, 'no_record', 'There is no record yet: load one first.');
  const wholes = changes.map(({ content }) => content);
  const parents = changes.flatMap(
    ({ state, content }) => asRecord(state.kind, content)?.partOf ?? [],
  );
  const [organisations, records] = await Promise.all([
    readOrganisations(db, [...new Set(wholes.flatMap(organisationsOf))]),
    readRecords(db, [...new Set(parents)]),
  ]);
  const known = new Map([...organisations].map(([key, { content }]) => [key, content]));
  const knownRecords = new Set(
    [...records].flatMap(([key, { content }]) => (content === null ? [] : [key])),
  );
  for (const { state, content } of changes) {
    if (state.kind === 'organisation') known.set(state.key, content as OrganisationContent | null);
    else if (content === null) knownRecords.delete(state.key);
    else knownRecords.add(state.key);
  }
  const there = new Map([...known].flatMap(([key, content]) => (content ? [[key, content]] : [])));
  const frame: RegisterFrame = {
    founded: centre.founded,
    currentYear: localYear(new Date(), centre.timeZone),
    members: new Set(contentsOf(entries, 'member').map(({ key }) => key)),
    sources: new Map(
      contentsOf(entries, 'source').map(({ key, content }) => [
        key,
        { isSample: (content.kind as string) === 'sample' },
      ]),
    ),
    organisations: new Set(there.keys()),
    records: knownRecords,
  };
  return { frame, organisations: there };
}

/** Of what shall go, by its place: whether others still name it. */
async function listUsed(
  db: StaffDb,
  changes: readonly Change[],
): Promise<Map<number, RegisterProblem[]>> {
  const after = new Map(
    changes.flatMap(({ state, content }) =>
      state.kind === 'record' ? [[state.key, content as RecordContent | null] as const] : [],
    ),
  );
  const others = (keys: string[], names: (content: RecordContent) => boolean): boolean =>
    keys.some((key) => !after.has(key)) ||
    [...after.values()].some((content) => content !== null && names(content));
  // As many as change may be found that name it no more: one beyond tells.
  const most = after.size + 1;
  const found = changes.map(async ({ state, content }, i): Promise<[number, RegisterProblem[]]> => {
    const { kind, key } = state;
    if (content !== null) return [i, []];
    const isNamed =
      kind === 'organisation'
        ? others(await listRecordsNaming(db, key, most), (one) =>
            organisationsOf(one).includes(key),
          )
        : others(await listPartsOf(db, key, most), ({ partOf }) => partOf === key);
    return [i, isNamed ? [refuseAt('', kind === 'record' ? 'has_parts' : 'has_records')] : []];
  });
  return new Map(await Promise.all(found));
}

/** The ids that former releases had for something that is gone: nothing else gets them. */
async function listTaken(db: StaffDb, changes: readonly Change[]): Promise<RegisterProblem[]> {
  const fresh = (kind: RegisterKind) =>
    changes.flatMap(({ state, content, comesBack }) => {
      // What waits has passed here, or came back.
      const isFresh = state.published === null && state.content === null && !comesBack;
      return state.kind === kind && isFresh && content !== null ? [state.key] : [];
    });
  const [organisations, records] = await db.batch([
    db
      .select({ id: organisation.id })
      .from(organisation)
      .where(inArray(organisation.id, jsonList(fresh('organisation'))))
      .limit(1),
    db
      .select({ id: record.id })
      .from(record)
      .where(inArray(record.id, jsonList(fresh('record'))))
      .limit(1),
  ]);
  return organisations.length + records.length > 0 ? [refuseAt('key', 'id_taken')] : [];
}
