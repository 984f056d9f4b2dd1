import type { Actor } from '../../../staff/actor.ts';
import type { Plan } from '../commit.ts';
import type { StaffDb } from '../open.ts';
import { readWorkingCatalogue } from '../working-catalogue.ts';
import { discardDrafts } from './draft-rows.ts';
import type { RegisterState } from './entries.ts';
import { judgeRegister } from './judge.ts';
import { tellRegister } from './plan-saves.ts';
import { refuseRegister } from './refuse.ts';

/**
 * Plans that a change that waits is taken back. To be called inside the plan of a `commit`.
 * @throws AppError 422 `refused` where other changes rest on it
 */
export async function planDiscard(
  db: StaffDb,
  actor: Pick<Actor, 'id' | 'name'>,
  state: RegisterState,
  at: string,
): Promise<Plan<RegisterState>> {
  const { kind, key, published } = state;
  const change = { state, content: published };
  const { refusals } = await judgeRegister(db, [change], await readWorkingCatalogue(db));
  refuseRegister(refusals);
  return {
    statements: discardDrafts(db, kind, [key], { editedBy: actor.id, editedAt: at }),
    entries: [tellRegister('register_discarded', change)],
    answer: {
      ...state,
      ...{ version: state.version + 1, pending: false, content: published },
      ...{ editedBy: actor.name, editedAt: at },
    },
  };
}
