import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Person } from '../../../schema/staff/people.ts';
import type { Role } from '../../../schema/staff/roles.ts';
import { person, session } from '../../../schema/staff/tables.ts';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../staff/actor.ts';
import { commit } from './commit.ts';
import { personColumns } from './list-people.ts';
import type { StaffDb } from './open.ts';

/**
 * Gives a person another role, suspends or restores them. Who is suspended is signed out at once, everywhere.
 * @throws AppError 404; 409 `own_role` or `last_admin`: somebody must be left who can let people in
 */
export function changePerson(
  db: StaffDb,
  actor: Actor,
  id: string,
  change: { role?: Role | undefined; suspended?: boolean | undefined },
): Promise<Person> {
  return commit(db, actor, async (_, at) => {
    const [before] = await db.select(personColumns).from(person).where(eq(person.id, id));
    if (!before) throw new AppError(404, 'not_found', 'There is no such person.');
    const wasSuspended = before.suspendedAt !== null;
    const suspended = change.suspended ?? wasSuspended;
    const after: Person = {
      ...before,
      role: change.role ?? before.role,
      suspendedAt: suspended ? (before.suspendedAt ?? at) : null,
    };
    if (after.role === before.role && suspended === wasSuspended) {
      return { statements: [], entries: [], answer: before };
    }
    if (id === actor.id) {
      throw new AppError(
        409,
        'own_role',
        'Nobody changes their own role or suspends themselves. Ask another administrator.',
      );
    }
    if (isActiveAdmin(before) && !isActiveAdmin(after) && !(await hasOtherAdmin(db, id))) {
      throw new AppError(
        409,
        'last_admin',
        'This is the last administrator. Make somebody else one first.',
      );
    }
    return {
      statements: [
        db
          .update(person)
          .set({ role: after.role, suspendedAt: after.suspendedAt, updatedAt: at })
          .where(eq(person.id, id)),
        // Restored, a person signs in anew.
        ...(suspended === wasSuspended ? [] : [db.delete(session).where(eq(session.personId, id))]),
      ],
      entries: [
        { action: 'person_changed', subject: id, before: toldOf(before), after: toldOf(after) },
      ],
      answer: after,
    };
  });
}

const isActiveAdmin = ({ role, suspendedAt }: Person) => role === 'admin' && suspendedAt === null;

const toldOf = ({ name, email, role, suspendedAt }: Person) => ({
  name,
  email,
  role,
  suspended: suspendedAt !== null,
});

async function hasOtherAdmin(db: StaffDb, id: string): Promise<boolean> {
  const others = await db
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.role, 'admin'), isNull(person.suspendedAt), ne(person.id, id)))
    .limit(1);
  return others.length > 0;
}
