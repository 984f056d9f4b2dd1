import { and, asc, gt, isNull } from 'drizzle-orm';
import type { PeopleAnswer } from '../../../schema/staff/people.ts';
import { invitation, person } from '../../../schema/staff/tables.ts';
import type { StaffDb } from './open.ts';

/** A person as colleagues may see them: nothing of how they sign in. */
export const personColumns = {
  id: person.id,
  name: person.name,
  email: person.email,
  role: person.role,
  suspendedAt: person.suspendedAt,
  demo: person.demo,
};

/** Everyone, and the invitations that wait to be used. */
export async function listPeople(db: StaffDb, now: string): Promise<PeopleAnswer> {
  const [people, invitations] = await db.batch([
    db.select(personColumns).from(person).orderBy(asc(person.createdAt), asc(person.email)),
    db
      .select({
        id: invitation.id,
        email: invitation.email,
        role: invitation.role,
        createdAt: invitation.createdAt,
        expiresAt: invitation.expiresAt,
      })
      .from(invitation)
      .where(and(isNull(invitation.usedAt), gt(invitation.expiresAt, now)))
      .orderBy(asc(invitation.createdAt)),
  ]);
  return { people, invitations };
}
