import { hashPassword } from 'better-auth/crypto';
import type { account, person } from '../../schema/staff/tables.ts';
import type { Role } from '../../schema/staff/roles.ts';

export { hashPassword };

type Rows = { person: typeof person.$inferSelect; account: typeof account.$inferSelect };

/** A person who signs in with a password, as the rows that better-auth reads. */
export async function makePerson(
  asked: { email: string; name: string; role: Role; password: string; demo?: boolean },
  now: string,
): Promise<Rows> {
  const id = crypto.randomUUID();
  const times = { createdAt: now, updatedAt: now };
  return {
    person: {
      id,
      name: asked.name,
      email: asked.email,
      emailVerified: true,
      image: null,
      role: asked.role,
      suspendedAt: null,
      demo: asked.demo ?? false,
      ...times,
    },
    account: {
      id: crypto.randomUUID(),
      personId: id,
      accountId: id,
      providerId: 'credential',
      password: await hashPassword(asked.password),
      accessToken: null,
      refreshToken: null,
      idToken: null,
      accessTokenExpiresAt: null,
      refreshTokenExpiresAt: null,
      scope: null,
      ...times,
    },
  };
}
