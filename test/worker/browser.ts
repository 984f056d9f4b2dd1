import type { BatchItem } from 'drizzle-orm/batch';
import { account, person } from '../../schema/staff/tables.ts';
import type { Role } from '../../schema/staff/roles.ts';
import { insertRows } from '../../worker/queries/staff/insert.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { makePerson } from '../../worker/staff/credentials.ts';
import { ask, database } from './record.ts';

export const password = 'correct horse battery staple';

/** Takes a person on who signs in with `password`. */
export async function hire(role: Role): Promise<{ id: string; email: string }> {
  const email = `${crypto.randomUUID()}@example.org`;
  const rows = await makePerson({ email, name: `a test ${role}`, role, password }, now());
  const db = openStaffDb(database);
  await db.batch([
    ...insertRows(db, person, [rows.person]),
    ...insertRows(db, account, [rows.account]),
  ] as [BatchItem<'sqlite'>]);
  return { id: rows.person.id, email };
}

const now = () => new Date().toISOString();

/** A browser: it keeps cookies, and says where its requests come from. Each has an address of its own. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** What the last answer set, whole. */
  set: string[] = [];
  origin: string;
  ip: string;

  constructor({ origin = 'http://yearbook.test', ip = someAddress() } = {}) {
    this.origin = origin;
    this.ip = ip;
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const answer = await ask(new URL(path, this.origin).href, {
      method,
      headers: {
        'cf-connecting-ip': this.ip,
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(method !== 'GET' && { origin: this.origin }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : JSON.stringify(body),
    });
    this.set = answer.headers.getSetCookie();
    for (const cookie of this.set) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (/max-age=0(?:;|$)/i.test(cookie)) this.cookies.delete(name!);
      else this.cookies.set(name!, value!);
    }
    return answer;
  }

  signIn(email: string, secret: string = password): Promise<Response> {
    return this.ask('POST', '/api/auth/sign-in/email', { email, password: secret });
  }

  /** The status of a question that every signed-in person may ask. */
  async status(): Promise<number> {
    return (await this.ask('GET', '/api/v1/staff/me')).status;
  }
}

let addresses = 0;
const someAddress = (): string => `203.0.113.${(addresses += 1)}`;
