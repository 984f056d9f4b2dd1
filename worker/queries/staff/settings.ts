import type { Settings } from '../../../schema/staff/people.ts';
import { setting } from '../../../schema/staff/tables.ts';
import type { Actor } from '../../staff/actor.ts';
import { commit } from './commit.ts';
import type { StaffDb } from './open.ts';
import { readSettings } from './people.ts';

/** Says how this body works from now on. */
export function saveSettings(
  db: StaffDb,
  actor: Actor,
  asked: Partial<Settings>,
): Promise<Settings> {
  return commit(db, actor, async () => {
    const before = await readSettings(db);
    const after = {
      onePerson: asked.onePerson ?? before.onePerson,
      countEmbeds: asked.countEmbeds ?? before.countEmbeds,
    };
    if (before.onePerson === after.onePerson && before.countEmbeds === after.countEmbeds) {
      return { statements: [], entries: [], answer: before };
    }
    const write = db
      .insert(setting)
      .values(after)
      .onConflictDoUpdate({ target: setting.id, set: after });
    return {
      statements: [write],
      entries: [{ action: 'settings_saved', before, after }],
      answer: after,
    };
  });
}
