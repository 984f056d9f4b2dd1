import { openSession, type Db } from './db.ts';
import { listNewestReleases, pickCurrent } from './queries/releases.ts';

/** For how long an isolate trusts what it knows of the newest releases, in ms; a release shows within 5 s. */
const TRUST = 2_000;

type Known = {
  at: number;
  rows: Awaited<ReturnType<typeof listNewestReleases>>;
  bookmark: string | null;
};

const known = new WeakMap<D1Database, Known>();

/**
 * The number of the newest public release, or null when nothing is public yet. Remembered for two seconds;
 * an embargo needs no timer, since the waiting release is remembered with its time.
 */
export async function currentRelease(database: D1Database, now: number): Promise<number | null> {
  let found = known.get(database);
  if (!found || now - found.at > TRUST || now < found.at) {
    const { db, bookmark } = openSession(database);
    found = { at: now, rows: await listNewestReleases(db), bookmark: bookmark() };
    known.set(database, found);
  }
  return pickCurrent(found.rows, new Date(now))?.n ?? null;
}

/**
 * Opens the database no older than the release that this isolate last said was current: an answer that is kept
 * under the key of a release must not come from a replica that has not heard of it.
 */
export function openDb(env: Pick<Env, 'DB'>): Db {
  return openSession(env.DB, known.get(env.DB)?.bookmark).db;
}
