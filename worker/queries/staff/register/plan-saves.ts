import { refuseAt } from '../../../../schema/staff/register-checks.ts';
import type { OrganisationContent, RegisterContent } from '../../../../schema/staff/register.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import { AppError } from '../../../errors.ts';
import { isSameContent } from '../../../figures/same-content.ts';
import type { Actor } from '../../../staff/actor.ts';
import type { Entry, Plan } from '../commit.ts';
import type { StaffDb } from '../open.ts';
import { readWorkingCatalogue, type WorkingCatalogue } from '../working-catalogue.ts';
import { discardDrafts, writeDrafts, type DraftToWrite } from './draft-rows.ts';
import { isThere, readStates, toEntry, type RegisterState } from './entries.ts';
import { judgeRegister, type Change } from './judge.ts';
import { dayOf, isOfDay, takeRanks } from './ranks.ts';
import { refuseRegister } from './refuse.ts';
import { asRecord } from './rows.ts';

/** What an entry shall be; content null: withdrawn. */
export interface RegisterChange {
  kind: RegisterKind;
  key: string;
  content: RegisterContent | null;
  /** The version that the save replaces; left out: whichever there is. */
  version?: number | undefined;
  /** Whether it is a new one, which nothing of that id may give way to: what is public has version 0 as well. */
  isNew?: boolean | undefined;
  /** Whether it is the very thing that former releases had under this id: it takes that id again. */
  comesBack?: boolean;
}

/**
 * Plans a save of entries of the register, all or none: the door of every change. An entry that becomes what it is in
 * public again is discarded. To be called inside the plan of a `commit`.
 * @throws AppError 409 `edit_conflict` with the present `entry`, `release_waiting` while a release that changes one
 * waits for its time; 422 `refused` with `refusals`
 * @param options `catalogue`: with what the same commit adds to it
 */
export async function planSaves(
  db: StaffDb,
  actor: Pick<Actor, 'id' | 'name'>,
  asked: readonly RegisterChange[],
  at: string,
  { catalogue }: { catalogue?: WorkingCatalogue } = {},
): Promise<Plan<RegisterState[]>> {
  const working = catalogue ?? (await readWorkingCatalogue(db));
  const states = await readAll(db, asked);
  const all = asked.map(({ kind, key, content, version, isNew = false, comesBack = false }) => {
    const state = states.get(`${kind} ${key}`)!;
    return { state, content, version, isNew, comesBack };
  });
  refuseRegister(
    all
      .filter(({ isNew, state }) => isNew && isThere(state))
      .map(() => refuseAt('key', 'id_taken')),
  );
  for (const { state, version } of all) {
    refuseConflict(state, version);
    refuseWaiting(state, working, at);
  }
  const changes = all.filter(
    ({ state, content }) => !(isThere(state) && isSameContent(content, state.content)),
  );
  refuseRegister(
    changes
      .filter(({ state, content }) => content === null && state.published === null)
      .map(() => ({ field: '', refusal: 'nothing_to_withdraw' })),
  );
  const { refusals, organisations } = await judgeRegister(db, changes, working);
  refuseRegister(refusals);
  const by = { editedBy: actor.id, editedAt: at };
  const isBack = ({ state, content }: Change) => isSameContent(content, state.published);
  const drafts = await toDrafts(
    db,
    changes.filter((change) => !isBack(change)),
    by,
  );
  const saved = changes.map((change) => toSaved(change, isBack(change), actor.name, at));
  const savedByKey = new Map(saved.map((state) => [`${state.kind} ${state.key}`, state]));
  return {
    statements: [
      ...discardStatements(db, changes.filter(isBack), by),
      ...writeDrafts(db, drafts, organisations as ReadonlyMap<string, OrganisationContent>),
    ],
    entries: changes.map((change) =>
      tellRegister(isBack(change) ? 'register_discarded' : 'register_saved', change),
    ),
    answer: all.map(({ state }) => savedByKey.get(`${state.kind} ${state.key}`) ?? state),
  };
}

async function readAll(
  db: StaffDb,
  asked: readonly RegisterChange[],
): Promise<Map<string, RegisterState>> {
  const of = (kind: RegisterKind) =>
    readStates(
      db,
      kind,
      asked.filter((one) => one.kind === kind).map(({ key }) => key),
    );
  const states = [...(await of('organisation')).values(), ...(await of('record')).values()];
  return new Map(states.map((state) => [`${state.kind} ${state.key}`, state]));
}

function refuseConflict(state: RegisterState, version: number | undefined): void {
  // What is not there any more, or not yet, is made anew.
  const isExpected = version === state.version || (version === 0 && !isThere(state));
  if (version === undefined || isExpected) return;
  throw new AppError(
    409,
    'edit_conflict',
    'Someone else changed this meanwhile. Look at both versions and save again.',
    undefined,
    { entry: toEntry(state) },
  );
}

/** Whether a release that waits for its time took an entry up. */
export const isTakenUp = (
  { taken }: RegisterState,
  { newest, newestAt }: Pick<WorkingCatalogue, 'newest' | 'newestAt'>,
  at: string,
): boolean => newestAt !== null && newestAt > at && taken === newest;

/** What a waiting release took up must stay as it is: withdrawn, the release gives it back. */
function refuseWaiting(
  state: RegisterState,
  working: Pick<WorkingCatalogue, 'newest' | 'newestAt'>,
  at: string,
): void {
  if (!isTakenUp(state, working, at)) return;
  const { newest } = working;
  throw new AppError(
    409,
    'release_waiting',
    `Release ${newest}, which changes this, waits for its time. Withdraw it first, or wait.`,
  );
}

/** Changes as drafts. A draft that waits keeps its number as long as its day stays. */
async function toDrafts(
  db: StaffDb,
  changes: readonly Change[],
  by: { editedBy: string; editedAt: string },
): Promise<DraftToWrite[]> {
  const days = changes.map(({ state, content }) => {
    const whole = asRecord(state.kind, content);
    return whole === null ? 0 : dayOf(whole);
  });
  const keeps = ({ state, content }: Change, i: number): number | null => {
    if (content === null) return state.publishedRank;
    if (!state.pending || state.content === null || state.draftRank === null) return null;
    return state.kind === 'organisation' || isOfDay(state.draftRank, days[i]!)
      ? state.draftRank
      : null;
  };
  const asksFor = (kind: RegisterKind) =>
    changes.flatMap((change, i) =>
      change.state.kind === kind && keeps(change, i) === null ? [i] : [],
    );
  const ranks = new Map<number, number>();
  for (const kind of ['organisation', 'record'] as const) {
    const places = asksFor(kind);
    const taken = await takeRanks(
      db,
      kind,
      places.map((i) => days[i]!),
    );
    places.forEach((place, i) => ranks.set(place, taken[i]!));
  }
  return changes.map((change, i) => {
    const { state, content } = change;
    return {
      ...by,
      kind: state.kind,
      key: state.key,
      version: state.version + 1,
      rank: keeps(change, i) ?? ranks.get(i)!,
      content,
      release: null,
      shown: (content ?? state.published)!,
    };
  });
}

const discardStatements = (
  db: StaffDb,
  changes: readonly Change[],
  by: { editedBy: string; editedAt: string },
) =>
  [...Map.groupBy(changes, ({ state }) => state.kind)].flatMap(([kind, of]) =>
    discardDrafts(
      db,
      kind,
      of.map(({ state }) => state.key),
      by,
    ),
  );

const toSaved = (
  { state, content }: Change,
  isBack: boolean,
  editedBy: string,
  editedAt: string,
): RegisterState => ({
  ...state,
  version: state.version + 1,
  pending: !isBack,
  content,
  editedBy,
  editedAt,
});

/** The entry of the trail of one change. A record stands in the trail of its year. */
export function tellRegister(
  action: Extract<Entry['action'], 'register_saved' | 'register_discarded'>,
  { state, content }: Change,
): Entry {
  const { kind, key, content: before } = state;
  const year = asRecord(kind, content ?? before)?.year;
  const told = { action, subject: `${kind} ${key}`, before, after: content };
  return year === undefined ? told : { ...told, year };
}
