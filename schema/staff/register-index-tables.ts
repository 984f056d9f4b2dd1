import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Full-text index (FTS5) of the drafts of the register, apart from those of what is public: nothing that waits can be
 * found there. Made by a migration written by hand.
 */
export const registerDraftIndex = sqliteTable('register_draft_index', {
  rank: integer('rowid').notNull(),
  words: text().notNull(),
  facets: text().notNull(),
});
