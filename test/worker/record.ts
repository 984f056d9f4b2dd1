import { applyD1Migrations, type D1Migration } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';

type TestEnv = Env & { MIGRATIONS: D1Migration[]; FACTS: string[]; SEED: string[] };
type Worker = { default: { fetch(request: Request): Promise<Response> } };

const bound = env as TestEnv;
const worker = exports as unknown as Worker;

export const database = bound.DB;

/** Makes the database of a test file: empty, the sourced facts, or the facts and the sample figures. */
export async function prepareRecord(content: 'empty' | 'facts' | 'samples'): Promise<void> {
  await applyD1Migrations(database, bound.MIGRATIONS);
  const statements = { empty: [], facts: bound.FACTS, samples: bound.SEED }[content];
  if (statements.length > 0) await database.batch(statements.map((sql) => database.prepare(sql)));
}

/** Asks the whole Worker, as a client would. */
export const ask = (path: string, init?: RequestInit): Promise<Response> =>
  worker.default.fetch(new Request(new URL(path, 'http://yearbook.test'), init));

/** Asks for JSON and insists on the status. */
export async function read<T>(path: string, status = 200): Promise<T> {
  const answer = await ask(path);
  const body: T = await answer.json();
  if (answer.status !== status) {
    throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(body)}`);
  }
  return body;
}
