import { refuseAt, sameParty } from '../../../../schema/staff/register-checks.ts';
import type { RecordContent } from '../../../../schema/staff/register.ts';
import { AppError } from '../../../errors.ts';
import type { Actor } from '../../../staff/actor.ts';
import { commit } from '../commit.ts';
import type { StaffDb } from '../open.ts';
import { discardDrafts } from './draft-rows.ts';
import { readOrganisations, readRecords, type RegisterState } from './entries.ts';
import { listRecordsNaming } from './naming.ts';
import { planSaves, type RegisterChange } from './plan-saves.ts';
import { refuseRegister } from './refuse.ts';

/** Records that one merge changes at most. */
const MOST = 1000;

/**
 * Makes two organisations one: every record that names the first names the second with the next release, which
 * withdraws the first. Each is a change of its own in the trail, and can be taken back by itself.
 * @throws AppError 404 where one of them is not there; 422 `refused`; and as `planSaves`
 */
export const mergeOrganisations = (
  db: StaffDb,
  actor: Actor,
  key: string,
  into: string,
): Promise<{ records: string[] }> =>
  commit(db, actor, async (_, at) => {
    const found = await readOrganisations(db, [key, into]);
    for (const id of [key, into]) {
      if (!found.get(id)?.content) {
        throw new AppError(404, 'not_found', `There is no organisation "${id}".`);
      }
    }
    if (key === into) refuseRegister([refuseAt('into', 'merged_into_itself')]);
    const records = await listRecordsNaming(db, key, MOST + 1);
    if (records.length > MOST) refuseRegister([refuseAt('', 'too_many_records')]);

    const states = await readRecords(db, records);
    const changes = records.map((id): RegisterChange => {
      const content = states.get(id)!.content!;
      return { kind: 'record', key: id, content: withParty(content, key, into) };
    });
    const merged = found.get(key)!;
    const goes: RegisterChange[] =
      merged.published === null ? [] : [{ kind: 'organisation', key, content: null }];
    const plan = await planSaves(db, actor, [...changes, ...goes], at);
    return {
      statements: [...plan.statements, ...(goes.length > 0 ? [] : forget(db, actor, merged, at))],
      entries: [
        ...plan.entries.filter(({ subject }) => subject !== `organisation ${key}`),
        {
          action: 'organisations_merged' as const,
          subject: `organisation ${key}`,
          before: merged.content,
          after: { into, records: records.length },
        },
      ],
      answer: { records },
    };
  });

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
