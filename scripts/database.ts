import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.ts';

const folder = join(root, 'schema/migrations');

/** What `wrangler d1 migrations apply` keeps its account in: either may go on where the other ended. */
const account = `CREATE TABLE IF NOT EXISTS "d1_migrations" (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)`;

interface Statement {
  bind(...values: unknown[]): Statement;
  run(): Promise<unknown>;
  all(): Promise<{ results: unknown[] }>;
}

/** What is needed of a D1 database, whichever package its type is from. */
interface Database {
  prepare(sql: string): Statement;
  batch(statements: Statement[]): Promise<unknown>;
}

/**
 * Brings a local database up to the newest migration, each of them whole or not at all. Through the database that is
 * open already: wrangler would take some seconds to start a runtime of its own.
 */
export async function migrate(database: Database): Promise<void> {
  await database.prepare(account).run();
  const { results } = await database.prepare('SELECT name FROM "d1_migrations"').all();
  const applied = new Set((results as { name: string }[]).map(({ name }) => name));
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql') && !applied.has(name));
  for (const name of names.sort()) {
    const statements = readFileSync(join(folder, name), 'utf8').split('--> statement-breakpoint');
    await database.batch([
      ...statements.map((statement) => database.prepare(statement)),
      database.prepare('INSERT INTO "d1_migrations" (name) VALUES (?)').bind(name),
    ]);
  }
}

/** Where wrangler keeps local databases and caches below a state folder. */
export const storageOf = (state: string): string => join(state, 'v3');
