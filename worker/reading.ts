import type { ReadingQuery } from '../schema/queries.ts';
import { openDb } from './current-release.ts';
import type { Db } from './db.ts';
import { resolveRelease, type Reading } from './queries/releases.ts';

/** Opens the database at the release that a request asks for. */
export async function openReading(
  env: Pick<Env, 'DB'>,
  query: Pick<ReadingQuery, 'release' | 'as_of'>,
): Promise<{ db: Db; reading: Reading }> {
  const db = openDb(env);
  return { db, reading: await resolveRelease(db, query, new Date()) };
}
