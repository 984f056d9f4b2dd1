import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Role } from '../../../schema/staff/roles.ts';
import { invitation, person } from '../../../schema/staff/tables.ts';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../staff/actor.ts';
import { commit } from './commit.ts';
import type { StaffDb } from './open.ts';

/** For how long a link works, in ms. */
const INVITATION_LIFE = 7 * 24 * 3600 * 1000;

/**
 * Makes a link by which a person joins, or, when they are there already, sets a new password; their role then stays.
 * An older link for the same address stops working.
 * @throws AppError 409 `suspended`: that person has to be restored first
 */
export function invite(
  db: StaffDb,
  actor: Actor,
  { email, role, secretHash }: { email: string; role: Role; secretHash: string },
): Promise<{ id: string; expiresAt: string }> {
  return commit(db, actor, async (_, at) => {
    const [known] = await db.select().from(person).where(eq(person.email, email));
    if (known?.suspendedAt) {
      throw new AppError(409, 'suspended', 'This person is suspended. Restore them first.');
    }
    const row = {
      id: crypto.randomUUID(),
      secretHash,
      email,
      role: known?.role ?? role,
      invitedBy: actor.id,
      createdAt: at,
      expiresAt: new Date(Date.parse(at) + INVITATION_LIFE).toISOString(),
      usedAt: null,
    };
    const after = { email, role: row.role, expiresAt: row.expiresAt, returning: Boolean(known) };
    return {
      statements: [
        db.delete(invitation).where(and(eq(invitation.email, email), isNull(invitation.usedAt))),
        db.insert(invitation).values(row),
      ],
      entries: [{ action: 'person_invited', subject: row.id, after }],
      answer: { id: row.id, expiresAt: row.expiresAt },
    };
  });
}

/** Makes a link that was not used yet useless. @throws AppError 404 when there is none */
export function revokeInvitation(db: StaffDb, actor: Actor, id: string): Promise<object> {
  return commit(db, actor, async () => {
    const [found] = await db
      .select()
      .from(invitation)
      .where(and(eq(invitation.id, id), isNull(invitation.usedAt)));
    if (!found) {
      throw new AppError(404, 'not_found', 'There is no such invitation, or it has been used.');
    }
    const { email, role } = found;
    return {
      statements: [db.delete(invitation).where(eq(invitation.id, id))],
      entries: [{ action: 'invitation_revoked', subject: id, before: { email, role } }],
      answer: {},
    };
  });
}

/** The role that it gives: who is there already keeps theirs, unless it was made on the command line. */
export const roleOf = ({ invitation, person }: Awaited<ReturnType<typeof findInvitation>>): Role =>
  person && invitation.invitedBy !== null ? person.role : invitation.role;

/**
 * The invitation of a secret, and the person when they are there already.
 * @throws AppError 404 `invitation_gone`, without saying which of the reasons it is
 */
export async function findInvitation(db: StaffDb, secretHash: string, now: string) {
  const [found] = await db
    .select()
    .from(invitation)
    .leftJoin(person, eq(person.email, invitation.email))
    .where(
      and(
        eq(invitation.secretHash, secretHash),
        isNull(invitation.usedAt),
        gt(invitation.expiresAt, now),
      ),
    );
  if (!found || found.person?.suspendedAt) {
    throw new AppError(
      404,
      'invitation_gone',
      'This link was used, was revoked, or is older than 7 days. Ask an administrator for a new one.',
    );
  }
  return found;
}
