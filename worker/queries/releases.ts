import { and, asc, desc, eq, inArray, lt, lte } from 'drizzle-orm';
import { centre, release } from '../../schema/tables.ts';
import type { Centre, ReleaseRef } from '../../schema/answers.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { jsonList } from './window.ts';

type ReleaseRow = typeof release.$inferSelect;

type CentreRow = typeof centre.$inferSelect;

/** Which state of the record is read: the release, whose record it is, and the newest public release. */
export interface Reading {
  release: ReleaseRef;
  centre: CentreRow;
}

/** Newest release first: only the newest may still be waiting, so two rows are enough to know the current one. */
const newestTwo = (db: Db) => db.select().from(release).orderBy(desc(release.n)).limit(2);

/** The newest of these releases whose time has come. */
export const pickCurrent = (rows: ReleaseRow[], now: Date) =>
  rows.find((row) => row.publishedAt <= now.toISOString()) ?? null;

/** The newest releases, enough to tell the current one at any moment until another is published. */
export const listNewestReleases = async (db: Db): Promise<ReleaseRow[]> => newestTwo(db);

/**
 * Finds the release that a request reads.
 * @throws AppError 404 `no_release`, `release_not_found`, `nothing_public_then`; 400 for a date to come
 */
export async function resolveRelease(
  db: Db,
  asked: { release?: number; as_of?: string },
  now: Date,
): Promise<Reading> {
  const [[body], newest] = await db.batch([db.select().from(centre).limit(1), newestTwo(db)]);
  const current = pickCurrent(newest, now);
  if (!body || !current) {
    throw new AppError(404, 'no_release', 'Nothing has been published yet.');
  }
  const reading = (row: ReleaseRow): Reading => ({
    release: row,
    centre: body,
  });
  if (asked.release !== undefined) {
    const row = asked.release <= current.n ? await findRelease(db, asked.release) : null;
    if (row) return reading(row);
    throw new AppError(
      404,
      'release_not_found',
      `There is no public release ${asked.release}. The newest is ${current.n}.`,
    );
  }
  if (asked.as_of !== undefined) {
    return reading(await findReleaseOn(db, asked.as_of, body.timeZone, now));
  }
  return reading(current);
}

async function findRelease(db: Db, n: number): Promise<ReleaseRow | null> {
  const [row] = await db.select().from(release).where(eq(release.n, n));
  return row ?? null;
}

async function findReleaseOn(
  db: Db,
  day: string,
  timeZone: string,
  now: Date,
): Promise<ReleaseRow> {
  const end = endOfDay(day, timeZone);
  if (day > localDay(now, timeZone)) {
    throw new AppError(400, 'invalid_request', 'The date is still to come.', [
      { field: 'as_of', message: `Expected a date not after ${localDay(now, timeZone)}` },
    ]);
  }
  const limit = end < now ? end : now;
  const [row] = await db
    .select()
    .from(release)
    .where(lte(release.publishedAt, limit.toISOString()))
    .orderBy(desc(release.publishedAt), desc(release.n))
    .limit(1);
  if (row) return row;
  throw new AppError(404, 'nothing_public_then', `Nothing was public on ${day}.`);
}

/** Releases by their numbers. */
export async function listReleasesByNumber(
  db: Db,
  numbers: readonly number[],
): Promise<Map<number, ReleaseRef>> {
  const rows = await db
    .select()
    .from(release)
    .where(inArray(release.n, jsonList(numbers)));
  return new Map(rows.map((row) => [row.n, row]));
}

/** The centre, and one page of its public releases, newest first, below release `before`. */
export async function listReleases(
  db: Db,
  asked: { limit: number; before?: number },
  now: Date,
): Promise<{ centre: Centre | null; releases: ReleaseRef[]; next: number | null }> {
  const isPublic = lte(release.publishedAt, now.toISOString());
  const isBefore = asked.before === undefined ? undefined : lt(release.n, asked.before);
  const [[body], rows] = await db.batch([
    db.select({ names: centre.names, timeZone: centre.timeZone }).from(centre).limit(1),
    db
      .select()
      .from(release)
      .where(and(isPublic, isBefore))
      .orderBy(desc(release.n))
      .limit(asked.limit + 1),
  ]);
  const releases = rows.slice(0, asked.limit);
  const next = rows.length > asked.limit ? releases.at(-1)!.n : null;
  return { centre: body ?? null, releases, next };
}

/** Every release up to `n`, oldest first: numbers are the order of becoming public. */
export const listReleasesUpTo = (db: Db, n: number): Promise<ReleaseRef[]> =>
  db.select().from(release).where(lte(release.n, n)).orderBy(asc(release.n));

/** The calendar day of an instant in a time zone, as `2024-08-06`. */
export function localDay(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant);
}

/** The calendar year of an instant in a time zone. */
export const localYear = (instant: Date, timeZone: string): number =>
  Number(localDay(instant, timeZone).slice(0, 4));

/** The last millisecond of a calendar day in a time zone. */
function endOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T23:59:59.999Z`);
  // The offset at that moment; a day ends outside the hour of a clock change in every zone in use.
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(utc);
  const offset = Date.parse(`${shown.replace(' ', 'T')}.999Z`) - utc;
  return new Date(utc - offset);
}
