import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Settings } from '../../../schema/staff/people.ts';
import { apiToken, person, setting } from '../../../schema/staff/tables.ts';
import type { StaffDb } from './open.ts';

export type PersonRow = typeof person.$inferSelect;

/** The person of a session, unless suspended. */
export async function findPerson(db: StaffDb, id: string): Promise<PersonRow | null> {
  const [found] = await db
    .select()
    .from(person)
    .where(and(eq(person.id, id), isNull(person.suspendedAt)));
  return found ?? null;
}

/** How exactly the last use of a token is known, in ms: not every request has to write. */
const USE_STEP = 60_000;
const isStale = (lastUsedAt: string | null, now: string): boolean =>
  lastUsedAt === null || Date.parse(now) - Date.parse(lastUsedAt) > USE_STEP;

/** The token of this hash with the person who answers for it, unless expired, revoked, or theirs is suspended. */
export async function findToken(db: StaffDb, secretHash: string, now: string) {
  const [found] = await db
    .select()
    .from(apiToken)
    .innerJoin(person, eq(person.id, apiToken.personId))
    .where(
      and(
        eq(apiToken.secretHash, secretHash),
        isNull(apiToken.revokedAt),
        gt(apiToken.expiresAt, now),
        isNull(person.suspendedAt),
      ),
    );
  if (!found) return null;
  if (isStale(found.api_token.lastUsedAt, now))
    await db.update(apiToken).set({ lastUsedAt: now }).where(eq(apiToken.id, found.api_token.id));
  return { token: found.api_token, person: found.person };
}

/** How this body works; until an admin says otherwise, four eyes, and hosts of embedded charts are counted. */
export async function readSettings(db: StaffDb): Promise<Settings> {
  const { onePerson, countEmbeds } = setting;
  const [found] = await db.select({ onePerson, countEmbeds }).from(setting).limit(1);
  return found ?? { onePerson: false, countEmbeds: true };
}
