import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RegisterContent } from './register.ts';
import { registerKinds } from './words.ts';

/** A change of the register that the next release will publish. */
export const registerDraft = sqliteTable(
  'register_draft',
  {
    kind: text({ enum: registerKinds }).notNull(),
    /** Id of the record or organisation. */
    key: text().notNull(),
    /** Counts the saves; a save names the version it saw. */
    version: integer().notNull(),
    /** Number that its published version will have. Its entry in `register_draft_index` has it as rowid. */
    rank: integer().notNull().unique(),
    /** As it shall be, by the shape of its kind; null: it shall be withdrawn. */
    content: text({ mode: 'json' }).$type<RegisterContent>(),
    /** The release that took it up, kept so that it can be withdrawn; 0: discarded; null: it waits for the next. */
    release: integer(),
    editedBy: text('edited_by').notNull(),
    editedAt: text('edited_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.key] }),
    index('register_draft_release').on(t.release, t.kind, t.rank),
  ],
);
