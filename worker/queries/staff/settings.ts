import { setting } from '../../../schema/staff/tables.ts';
import type { Actor } from '../../staff/actor.ts';
import { commit } from './commit.ts';
import type { StaffDb } from './open.ts';
import { readSettings } from './people.ts';

/** Says how this body works from now on. */
export function saveSettings(
  db: StaffDb,
  actor: Actor,
  settings: { onePerson: boolean },
): Promise<{ onePerson: boolean }> {
  return commit(db, actor, async () => {
    const before = await readSettings(db);
    if (before.onePerson === settings.onePerson) {
      return { statements: [], entries: [], answer: before };
    }
    const write = db
      .insert(setting)
      .values(settings)
      .onConflictDoUpdate({ target: setting.id, set: settings });
    return {
      statements: [write],
      entries: [{ action: 'settings_saved', before, after: settings }],
      answer: settings,
    };
  });
}
