import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1';
import * as tables from '../schema/tables.ts';

export type Db = DrizzleD1Database<typeof tables>;
export type Session = { db: Db; bookmark: () => string | null };

/**
 * Starts reading what is public: from any replica, or, given a bookmark, from one that is at least as fresh.
 * Everything public is a function of the release, so a replica only has to know that release.
 */
export function openSession(database: D1Database, bookmark?: string | null): Session {
  const session = database.withSession(bookmark ?? 'first-unconstrained');
  const db = drizzle(session as unknown as D1Database, { schema: tables });
  return { db, bookmark: () => session.getBookmark() };
}

/** Starts reading the newest state, from the primary: for what changes without a release. */
export const openNewest = (database: D1Database): Db => openSession(database, 'first-primary').db;
