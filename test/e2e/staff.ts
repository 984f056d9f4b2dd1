import type { BrowserContext, Page } from '@playwright/test';
import { demoAddress, demoPassword } from '../../scripts/demo-people.ts';
import type { Role } from '../../schema/staff/roles.ts';

type Cookies = Parameters<BrowserContext['addCookies']>[0];

/** One session for each role and server in this process: sign-ins are limited. */
const sessions = new Map<string, Promise<Cookies>>();

/**
 * Signs a browser in as the demo person of a role. They are there on the server of the tests, and on one of
 * `useRecord(…, { staff: true })`. The session is shared by the tests of a process: a test that ends sessions, changes
 * a password or suspends somebody does it to people of its own.
 * @param base where the server is; left out: where the test's pages are (`baseURL`)
 */
export async function signIn(
  where: BrowserContext | Page,
  role: Role,
  base: string = '',
): Promise<void> {
  const context = 'context' in where ? where.context() : where;
  const found = await context.request.get(`${base}/favicon.svg`);
  const { origin } = new URL(found.url());
  const key = `${origin} ${role}`;
  if (!sessions.has(key)) sessions.set(key, begin(context, origin, role));
  await context.addCookies(await sessions.get(key)!);
}

async function begin(context: BrowserContext, origin: string, role: Role): Promise<Cookies> {
  const answer = await context.request.post(`${origin}/api/auth/sign-in/email`, {
    // As a browser's page would; and from an address of its own, as colleagues are not limited together.
    headers: { origin, 'cf-connecting-ip': someAddress() },
    data: { email: demoAddress(role), password: demoPassword },
  });
  if (!answer.ok()) throw new Error(`${role} cannot sign in: ${await answer.text()}`);
  return (await context.cookies(origin)).filter(({ name }) => name.includes('session'));
}

/** An address of the range for documentation (RFC 3849). */
export const someAddress = (): string =>
  `2001:db8:${Array.from({ length: 6 }, () => Math.floor(Math.random() * 65536).toString(16)).join(':')}`;
