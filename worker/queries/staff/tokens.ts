import { desc, eq } from 'drizzle-orm';
import type { TokensAnswer } from '../../../schema/staff/people.ts';
import type { Role } from '../../../schema/staff/roles.ts';
import { apiToken, person } from '../../../schema/staff/tables.ts';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../staff/actor.ts';
import { commit } from './commit.ts';
import type { StaffDb } from './open.ts';

const DAY = 24 * 3600 * 1000;

/** Every token there ever was, newest first. */
export async function listTokens(db: StaffDb): Promise<TokensAnswer> {
  const tokens = await db
    .select({
      id: apiToken.id,
      name: apiToken.name,
      role: apiToken.role,
      person: person.name,
      createdAt: apiToken.createdAt,
      expiresAt: apiToken.expiresAt,
      lastUsedAt: apiToken.lastUsedAt,
      revokedAt: apiToken.revokedAt,
    })
    .from(apiToken)
    .innerJoin(person, eq(person.id, apiToken.personId))
    .orderBy(desc(apiToken.createdAt), desc(apiToken.id));
  return { tokens };
}

/** Issues a token in the name of who asks, good for some days. The hash is all that is kept of it. */
export function issueToken(
  db: StaffDb,
  actor: Actor,
  { name, role, days, secretHash }: { name: string; role: Role; days: number; secretHash: string },
): Promise<{ id: string; expiresAt: string }> {
  return commit(db, actor, async (_, at) => {
    const row = {
      id: crypto.randomUUID(),
      name,
      secretHash,
      role,
      personId: actor.id,
      createdAt: at,
      expiresAt: new Date(Date.parse(at) + days * DAY).toISOString(),
      lastUsedAt: null,
      revokedAt: null,
    };
    const { id, expiresAt } = row;
    return {
      statements: [db.insert(apiToken).values(row)],
      entries: [{ action: 'token_issued', subject: id, after: { name, role, expiresAt } }],
      answer: { id, expiresAt },
    };
  });
}

/** Ends a token at once. Done again it changes nothing. @throws AppError 404 */
export function revokeToken(db: StaffDb, actor: Actor, id: string): Promise<object> {
  return commit(db, actor, async (_, at) => {
    const [found] = await db.select().from(apiToken).where(eq(apiToken.id, id));
    if (!found) throw new AppError(404, 'not_found', 'There is no such token.');
    if (found.revokedAt) return { statements: [], entries: [], answer: {} };
    const { name, role } = found;
    return {
      statements: [db.update(apiToken).set({ revokedAt: at }).where(eq(apiToken.id, id))],
      entries: [{ action: 'token_revoked', subject: id, before: { name, role } }],
      answer: {},
    };
  });
}
