import type { BatchItem } from 'drizzle-orm/batch';
import { apiToken, person } from '../../schema/staff/tables.ts';
import type { Role } from '../../schema/staff/roles.ts';
import { insertRows } from '../../worker/queries/staff/insert.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { hashSecret, makeSecret } from '../../worker/staff/secret.ts';
import { ask, database } from './record.ts';

/** A member of the staff in a test, who speaks to the API with a token of their own. */
export interface Colleague {
  id: string;
  name: string;
  token: string;
  /** Asks below `/api/v1/staff`; an object as body is sent as JSON. */
  ask(method: string, path: string, body?: unknown): Promise<Response>;
  /** The same, for the JSON of an answer of this status. */
  read<T>(method: string, path: string, body?: unknown, status?: number): Promise<T>;
}

/** Takes a new person of this role on, with a token. */
export async function employ(role: Role, name: string = `a test ${role}`): Promise<Colleague> {
  const id = crypto.randomUUID();
  const token = makeSecret();
  const now = new Date().toISOString();
  const db = openStaffDb(database);
  await db.batch([
    ...insertRows(db, person, [
      {
        id,
        name,
        email: `${id}@example.org`,
        emailVerified: true,
        image: null,
        role,
        suspendedAt: null,
        demo: false,
        createdAt: now,
        updatedAt: now,
      },
    ]),
    ...insertRows(db, apiToken, [
      {
        id: crypto.randomUUID(),
        name: 'a test',
        secretHash: hashSecret(token),
        role: 'admin',
        personId: id,
        createdAt: now,
        expiresAt: '2100-01-01T00:00:00.000Z',
        lastUsedAt: null,
        revokedAt: null,
      },
    ]),
  ] as [BatchItem<'sqlite'>]);

  const askStaff: Colleague['ask'] = (method, path, body) => {
    const isPlain = body !== undefined && !(body instanceof FormData) && typeof body === 'object';
    return ask(`/api/v1/staff${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(isPlain && { 'content-type': 'application/json' }),
      },
      body: isPlain ? JSON.stringify(body) : (body as BodyInit | undefined),
    });
  };
  return {
    id,
    name,
    token,
    ask: askStaff,
    async read<T>(method: string, path: string, body?: unknown, status = 200) {
      const answer = await askStaff(method, path, body);
      const text = await answer.text();
      if (answer.status !== status) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return JSON.parse(text) as T;
    },
  };
}
