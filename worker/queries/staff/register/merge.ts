import { refuseAt, sameParty } from '../../../../schema/staff/register-checks.ts';
import type {
  MergedAnswer,
  OrganisationContent,
  RecordContent,
} from '../../../../schema/staff/register.ts';
import { AppError } from '../../../errors.ts';
import type { Actor } from '../../../staff/actor.ts';
import { commit, type Plan } from '../commit.ts';
import type { StaffDb } from '../open.ts';
import { discardDrafts } from './draft-rows.ts';
import { readOrganisations, readRecords, type RegisterState } from './entries.ts';
import { listRecordsNaming } from './naming.ts';
import { planSaves, type RegisterChange } from './plan-saves.ts';
import { refuseRegister } from './refuse.ts';

/** Records that one merge changes at most. */
const MOST = 1000;

interface Merge {
  /** The organisation that goes. */
  key: string;
  /** The one that stays. */
  into: string;
  /** Whether only to say what the merge would do. */
  dryRun: boolean;
}

/**
 * Makes two organisations one: every record that names the first names the second with the next release, which
 * withdraws the first. Each is a change of its own in the trail, and can be taken back by itself; the entry of the
 * merge, behind them, takes all of them back.
 * @throws AppError 404 where one of them is not there; 422 `refused`; and as `planSaves`
 */
export const mergeOrganisations = (
  db: StaffDb,
  actor: Actor,
  { key, into, dryRun }: Merge,
): Promise<MergedAnswer> =>
  commit(db, actor, async (next, at): Promise<Plan<MergedAnswer>> => {
    if (key === into) refuseRegister([refuseAt('into', 'merged_into_itself')]);
    const found = await readOrganisations(db, [key, into]);
    const goes = toNamed(found.get(key)!);
    const stays = toNamed(found.get(into)!);
    const records = await listRecordsNaming(db, key, MOST + 1);
    if (records.length > MOST) refuseRegister([refuseAt('', 'too_many_records')]);

    const contents = [...(await readRecords(db, records)).values()].map(({ key: id, content }) => ({
      ...{ id, before: content!, after: withParty(content!, key, into) },
    }));
    const merged = found.get(key)!;
    const withdrawn = merged.published !== null;
    const changes: RegisterChange[] = [
      ...contents.map(({ id, after }) => ({ kind: 'record' as const, key: id, content: after })),
      ...(withdrawn ? [{ kind: 'organisation' as const, key, content: null }] : []),
    ];
    const plan = await planSaves(db, actor, changes, at);
    const ofRecords = plan.entries.filter(({ subject }) => subject !== `organisation ${key}`);
    const entry = {
      action: 'organisations_merged' as const,
      subject: `organisation ${key}`,
      before: merged.content,
      after: { into, records: ofRecords.length },
    };
    const joined = contents
      .filter(({ before, after }) => after.parties.length < before.parties.length)
      .map(({ id }) => id);
    const told = { goes, stays, withdrawn, records, joined };
    if (dryRun) return { statements: [], entries: [], answer: { ...told, n: null } };
    return {
      statements: [...plan.statements, ...(withdrawn ? [] : forget(db, actor, merged, at))],
      entries: [...ofRecords, entry],
      answer: { ...told, n: next + ofRecords.length },
    };
  });

/** @throws AppError 404 */
function toNamed({ key, content }: RegisterState<OrganisationContent>): MergedAnswer['goes'] {
  if (content) return { id: key, names: content.names, country: content.country };
  throw new AppError(404, 'not_found', `There is no organisation "${key}".`);
}

/** A record with one organisation in place of another; who is named twice by that, once. */
function withParty(content: RecordContent, key: string, into: string): RecordContent {
  const parties = content.parties.map((party) =>
    party.organisation === key ? { ...party, organisation: into } : party,
  );
  return {
    ...content,
    parties: parties.filter(
      (party, i) => !parties.slice(0, i).some((other) => sameParty(other, party)),
    ),
  };
}

/** One that was never public does not have to be withdrawn. */
const forget = (db: StaffDb, { id }: Pick<Actor, 'id'>, { key }: RegisterState, at: string) =>
  discardDrafts(db, 'organisation', [key], { editedBy: id, editedAt: at });
