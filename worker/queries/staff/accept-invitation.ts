import { and, eq } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { account, invitation, person, session } from '../../../schema/staff/tables.ts';
import { AppError } from '../../errors.ts';
import { hashPassword, makePerson } from '../../staff/credentials.ts';
import { commit } from './commit.ts';
import { findInvitation, roleOf } from './invitations.ts';
import type { StaffDb } from './open.ts';

type Statements = BatchItem<'sqlite'>[];

/**
 * Uses an invitation: someone new joins; someone who is there already gets a new password and is signed out wherever
 * they were signed in.
 * @throws AppError 404 `invitation_gone`; 400 when someone new gives no name
 */
export async function acceptInvitation(
  db: StaffDb,
  asked: { secretHash: string; name?: string | undefined; password: string },
): Promise<{ email: string }> {
  const now = new Date().toISOString();
  const found = await findInvitation(db, asked.secretHash, now);
  const { email } = found.invitation;
  const role = roleOf(found);
  const returning = found.person !== null;
  const name = found.person?.name ?? asked.name;
  if (name === undefined) {
    const fields = [{ field: 'name', message: 'Enter a name' }];
    throw new AppError(400, 'invalid_request', 'name: Enter a name.', fields);
  }
  // Hashing takes its time: once, and before the plan, which may run again.
  const { password } = asked;
  const made = returning ? null : await makePerson({ email, name, role, password }, now);
  const hash = returning ? await hashPassword(password) : null;
  const id = found.person?.id ?? made!.person.id;

  return commit(db, { id, name, token: null }, async (_, at) => {
    const again = await findInvitation(db, asked.secretHash, at);
    if ((again.person !== null) !== returning) {
      throw new AppError(503, 'busy', 'Others are saving at the same time. Try again.');
    }
    const statements: Statements = made
      ? [db.insert(person).values(made.person), db.insert(account).values(made.account)]
      : [
          db
            .update(account)
            .set({ password: hash, updatedAt: at })
            .where(and(eq(account.personId, id), eq(account.providerId, 'credential'))),
          db
            .update(person)
            .set({ role: roleOf(again), updatedAt: at })
            .where(eq(person.id, id)),
          db.delete(session).where(eq(session.personId, id)),
        ];
    statements.push(
      db.update(invitation).set({ usedAt: at }).where(eq(invitation.id, again.invitation.id)),
    );
    const after = { name, email, role: roleOf(again), returning };
    return {
      statements,
      entries: [{ action: 'person_joined', subject: id, after }],
      answer: { email },
    };
  });
}
