import type { RestoredAnswer } from '../../../../schema/staff/audit.ts';
import type { RegisterContent } from '../../../../schema/staff/register.ts';
import type { RegisterKind } from '../../../../schema/staff/words.ts';
import type { Actor } from '../../../staff/actor.ts';
import { parseJson, type AuditRow } from '../audit.ts';
import type { Plan } from '../commit.ts';
import type { StaffDb } from '../open.ts';
import { readStates } from './entries.ts';
import { planDiscard } from './plan-discard.ts';
import { planSaves, type RegisterChange } from './plan-saves.ts';

/** What the entry of a restoration tells besides: why, and when. */
export interface Restoring {
  why: string;
  at: string;
}

/** The entry of the register that an entry of the trail is of. */
export function subjectOf({ subject }: Pick<AuditRow, 'subject'>): {
  kind: RegisterKind;
  key: string;
} {
  const [kind, key] = (subject ?? '').split(' ') as [RegisterKind, string];
  return { kind, key };
}

/**
 * Plans that an entry of the register is again what it was before an entry of the trail. What was not there yet is
 * discarded, or withdrawn where it is public by now; what is gone comes back under its id.
 * @throws AppError as `planSaves`
 */
export async function planRestore(
  db: StaffDb,
  actor: Actor,
  entry: AuditRow,
  { why, at }: Restoring,
): Promise<Plan<RestoredAnswer>> {
  const { kind, key } = subjectOf(entry);
  const content = parseJson(entry.before) as RegisterContent | null;
  const state = (await readStates(db, kind, [key])).get(key)!;
  if (content === null && state.published === null) {
    return state.pending
      ? toRestored(await planDiscard(db, actor, state, at), why)
      : toRestored({ statements: [], entries: [], answer: null }, why);
  }
  const change: RegisterChange = { kind, key, content, comesBack: true };
  return toRestored(await planSaves(db, actor, [change], at), why);
}

/** A plan of changes as one that restores. */
export function toRestored(
  { statements, entries }: Plan<unknown>,
  why: string,
  left: Extract<RestoredAnswer, { of: 'register' }>['left'] = [],
): Plan<RestoredAnswer> {
  return {
    statements,
    entries: entries.map((entry) => ({ ...entry, why })),
    answer: {
      of: 'register',
      changed: entries.length > 0,
      entries: entries.map(({ subject = null }) => subjectOf({ subject })),
      left,
    },
  };
}
