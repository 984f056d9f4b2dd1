import { join } from 'node:path';
import { run } from './run.ts';

/** Brings the local database in a state folder up to the newest migration. */
export async function migrate(state: string): Promise<void> {
  await run('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state]);
}

/** Where wrangler keeps local databases and caches below a state folder. */
export const storageOf = (state: string): string => join(state, 'v3');
