import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { invitationBody } from '../schema/staff/people.ts';
import { FIRST_HASH, hashEntry } from '../worker/figures/audit-hash.ts';
import { hashSecret, makeSecret } from '../worker/staff/secret.ts';
import { storageOf } from './database.ts';
import { withPlace, type Place } from './place.ts';
import { main, Refusal } from './run.ts';
import { host } from './port.ts';
import { defaultState } from './state.ts';

const WEEK = 7 * 24 * 3600 * 1000;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      remote: { type: 'boolean', default: false },
      url: { type: 'string' },
      state: { type: 'string', default: defaultState },
    },
  });
  const asked = invitationBody.safeParse({ email: positionals[0], role: 'admin' });
  if (!asked.success || positionals.length !== 1) {
    throw new Refusal('Give one e-mail address: npm run admin -- name@example.org');
  }
  if (values.remote && !values.url) {
    throw new Refusal('Say where the deployment is: --url https://yearbook.example.org');
  }
  const local = `http://${host}:${process.env['PORT'] || 8787}`;
  const url = values.url ?? local;
  if (!URL.canParse(url)) throw new Refusal(`--url is "${url}". Give an address with https://.`);
  const state = resolve(values.state);
  if (!values.remote && !existsSync(storageOf(state))) {
    throw new Refusal(`There is no database in ${state}. npm start makes one.`);
  }
  return { email: asked.data.email, url, remote: values.remote, state };
}

const quote = (value: string | number | null): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

const insert = (table: string, row: Record<string, string | number | null>): string =>
  `INSERT INTO ${table} (${Object.keys(row)
    .map((column) => `"${column}"`)
    .join(', ')}) VALUES (${Object.values(row).map(quote).join(', ')})`;

interface Found {
  n: number | null;
  hash: string | null;
  suspended: string | null;
}

/** Others may save between reading the end of the trail and writing: then it is done again. */
async function inviteUntilDone(place: Place, email: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inviteAdmin(place, email);
    } catch (error) {
      if (!/UNIQUE constraint failed: audit\.n/.test(String(error))) throw error;
      if (attempt === 5) throw new Refusal('Others keep saving. Try again.');
    }
  }
}

/** Writes the invitation of an administrator and tells the trail, as `invite` does for a person. @returns its secret */
async function inviteAdmin({ query }: Place, email: string): Promise<string> {
  const [[found]] = await query<[Found[]]>(
    `SELECT (SELECT max(n) FROM audit) AS n, (SELECT hash FROM audit ORDER BY n DESC LIMIT 1) AS hash,
      (SELECT suspended_at FROM person WHERE email = ${quote(email)}) AS suspended`,
  );
  if (found?.suspended) {
    throw new Refusal(`${email} is suspended. Another administrator can restore them.`);
  }
  const secret = makeSecret();
  const id = crypto.randomUUID();
  const now = new Date();
  const [at, expiresAt] = [now.toISOString(), new Date(now.getTime() + WEEK).toISOString()];
  const entry = {
    n: (found?.n ?? 0) + 1,
    at,
    person: null,
    name: 'npm run admin',
    token: null,
    action: 'person_invited',
    subject: id,
    year: null,
    metric: null,
    member: null,
    before: null,
    after: JSON.stringify({ email, role: 'admin', expiresAt }),
    why: null,
  };
  const hash = hashEntry(found?.hash ?? FIRST_HASH, entry);
  // The entry first: where its number was taken meanwhile nothing is written.
  await query(
    insert('audit', { ...entry, hash }),
    `DELETE FROM invitation WHERE email = ${quote(email)} AND used_at IS NULL`,
    insert('invitation', {
      id,
      secret_hash: hashSecret(secret),
      email,
      role: 'admin',
      invited_by: null,
      created_at: at,
      expires_at: expiresAt,
      used_at: null,
    }),
  );
  return secret;
}

/**
 * Prints a link by which one person becomes an administrator, or sets a new password: the way in where there is
 * nobody yet, and where nobody can sign in any more.
 */
await main(async () => {
  const { email, url, remote, state } = readOptions();
  const secret = await withPlace({ remote, state }, (place) => inviteUntilDone(place, email));
  console.log(`${new URL('/staff/join', url)}#${secret}`);
  console.log(`Open it as ${email}. It works once, for 7 days.`);
});
