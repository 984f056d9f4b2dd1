import { and, eq, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import type { BatchItem } from 'drizzle-orm/batch';
import { roles, type Role } from '../schema/staff/roles.ts';
import { account, person } from '../schema/staff/people-tables.ts';
import { makePerson } from '../worker/staff/credentials.ts';

type Database = Parameters<typeof drizzle>[0];

/** They only ever exist in a local database that listens to this machine alone: see `npm start`. */
export const demoPassword = 'yearbook-demo';

/** No mail ever reaches it: `.invalid` is reserved (RFC 2606). */
export const demoAddress = (role: Role): string => `${role}@demo.invalid`;

/** Puts one person for each role into a database that has nobody yet. @returns whether it did */
export async function hireDemoPeople(database: Database): Promise<boolean> {
  const db = drizzle(database);
  if ((await db.select({ id: person.id }).from(person).limit(1)).length > 0) return false;
  const now = new Date().toISOString();
  const rows = await Promise.all(
    roles.map((role) =>
      makePerson(
        {
          email: demoAddress(role),
          name: `Demo ${role}`,
          role,
          password: demoPassword,
          demo: true,
        },
        now,
      ),
    ),
  );
  await db.batch(
    rows.flatMap((one): BatchItem<'sqlite'>[] => [
      db.insert(person).values(one.person),
      db.insert(account).values(one.account),
    ]) as [BatchItem<'sqlite'>],
  );
  return true;
}

/** How to sign in, for whoever started it; null where there are no demo people. */
export async function tellDemoPeople(database: Database, address: string): Promise<string | null> {
  const found = await drizzle(database)
    .select({ email: person.email })
    .from(person)
    .where(and(eq(person.demo, true), isNull(person.suspendedAt)))
    .orderBy(sql`rowid`);
  if (found.length === 0) return null;
  return `Sign in at ${address}/staff with the password ${demoPassword} as\n${found
    .map(({ email }) => `  ${email}`)
    .join('\n')}`;
}
