import type { RegisterEntry } from '../../../../schema/staff/register.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import { AppError } from '../../../errors.ts';
import type { Actor } from '../../../staff/actor.ts';
import { commit } from '../commit.ts';
import type { StaffDb } from '../open.ts';
import { readStates, toEntry } from './entries.ts';
import { planDiscard } from './plan-discard.ts';
import { planSaves, type RegisterChange } from './plan-saves.ts';

type EntryOf<K extends RegisterKind> = Extract<RegisterEntry, { kind: K }>;

/** Proposes an entry of the register for the next release. @throws as `planSaves` */
export const saveRegister = <K extends RegisterKind>(
  db: StaffDb,
  actor: Actor,
  change: RegisterChange & { kind: K },
): Promise<EntryOf<K>> =>
  commit(db, actor, async (_, at) => {
    const plan = await planSaves(db, actor, [change], at);
    return { ...plan, answer: toEntry(plan.answer[0]!) as EntryOf<K> };
  });

/**
 * Takes a change back that the next release would have published.
 * @throws AppError 404 where nothing is pending, 422 `refused` where other changes rest on it
 */
export const discardRegister = <K extends RegisterKind>(
  db: StaffDb,
  actor: Actor,
  kind: K,
  key: string,
): Promise<EntryOf<K>> =>
  commit(db, actor, async (_, at) => {
    const state = (await readStates(db, kind, [key])).get(key)!;
    if (!state.pending) {
      throw new AppError(404, 'not_found', 'No change of this is waiting for the next release.');
    }
    const plan = await planDiscard(db, actor, state, at);
    return { ...plan, answer: toEntry(plan.answer) as EntryOf<K> };
  });
