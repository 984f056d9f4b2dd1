import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AuditAction, CatalogueKind, CellContent, ReturnState } from './words.ts';
import { auditActions, catalogueKinds, registerMarks, returnStates } from './words.ts';

export * from './chart-tables.ts';
export * from './people-tables.ts';
export * from './register-tables.ts';

/**
 * What is not public: drafts and the trail of who did what. Unlike the published tables these rows change in
 * place; the trail keeps what they were.
 */

/** One year's set of draft figures. */
export const yearReturn = sqliteTable('year_return', {
  year: integer().primaryKey(),
  state: text({ enum: returnStates }).$type<ReturnState>().notNull(),
  /** Number of the audit entry that started this round: who edited it is who stands in the trail since. */
  startedAt: integer('started_at').notNull(),
  submittedBy: text('submitted_by'),
  /** What the reviewer said when they last sent it back. */
  message: text(),
  /** The release that this round became; null until then. */
  release: integer(),
});

/** What a return proposes for one figure. No row, or a row without content: as published. */
export const draft = sqliteTable(
  'draft',
  {
    year: integer().notNull(),
    metric: text().notNull(),
    /** '' is the total. */
    member: text().notNull(),
    /** Counts the saves of this cell; a save names the version it saw. */
    version: integer().notNull(),
    /** Of one that follows the register: what people said of it. Its number is read from the register. */
    content: text({ mode: 'json' }).$type<CellContent>(),
    /** Null: it was typed, imported or restored. */
    fromRegister: text('from_register', { enum: registerMarks }),
    editedBy: text('edited_by').notNull(),
    editedAt: text('edited_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.year, t.metric, t.member] })],
);

/** What a reviewer said of one cell of the present round. */
export const cellComment = sqliteTable(
  'cell_comment',
  {
    id: text().primaryKey(),
    year: integer().notNull(),
    metric: text().notNull(),
    member: text().notNull(),
    text: text().notNull(),
    by: text().notNull(),
    at: text().notNull(),
  },
  (t) => [index('cell_comment_year').on(t.year)],
);

/** A change of the catalogue that the next release will publish. */
export const catalogueDraft = sqliteTable(
  'catalogue_draft',
  {
    kind: text({ enum: catalogueKinds }).$type<CatalogueKind>().notNull(),
    /** The identity within its kind, parts joined by `~`: `domain~biomedicine`, `agreements-signed~2025`. */
    key: text().notNull(),
    version: integer().notNull(),
    /** The row as it shall be, by the shape of its kind; null: it shall be withdrawn. */
    content: text({ mode: 'json' }).$type<Record<string, unknown>>(),
    /** The release that took it up; null: it waits for the next. Kept, so that a release can be withdrawn. */
    release: integer(),
    editedBy: text('edited_by').notNull(),
    editedAt: text('edited_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key] })],
);

/** The trail: append-only, each row carrying the hash of all before it. */
export const audit = sqliteTable(
  'audit',
  {
    n: integer().primaryKey(),
    /** ISO 8601 instant, UTC. */
    at: text().notNull(),
    /** Id of the person; null: the command line. */
    person: text(),
    /** Their name then. */
    name: text().notNull(),
    /** Name of the API token they used; null: the browser. */
    token: text(),
    action: text({ enum: auditActions }).$type<AuditAction>().notNull(),
    /** What it was done to, where it is not a figure: a person's id, a release's number, kind and key. */
    subject: text(),
    year: integer(),
    metric: text(),
    member: text(),
    /** JSON, null: nothing was there. */
    before: text(),
    after: text(),
    why: text(),
    /** SHA-256, hexadecimal, of the hash before and this row. */
    hash: text().notNull(),
  },
  (t) => [
    index('audit_person').on(t.person, t.n),
    index('audit_metric').on(t.metric, t.year, t.n),
    index('audit_metric_alone').on(t.metric, t.n),
    index('audit_year').on(t.year, t.n),
    // Of the few entries that have one: figures have none.
    index('audit_subject')
      .on(t.subject, t.n)
      .where(sql`subject is not null`),
  ],
);
