import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Full-text indexes (FTS5), made by a migration written by hand: drizzle-kit knows no virtual tables, and reads
 * `schema/tables.ts` alone.
 */

/** One entry for each version of a record. */
export const recordIndex = sqliteTable('record_index', {
  rank: integer('rowid').notNull(),
  /** By `indexWords`: titles, places, parties. */
  words: text().notNull(),
  /** By `facet`, between spaces. */
  facets: text().notNull(),
});

/** One entry for each version of an organisation: its names, its country and kind. */
export const organisationIndex = sqliteTable('organisation_index', {
  rank: integer('rowid').notNull(),
  words: text().notNull(),
  facets: text().notNull(),
});
