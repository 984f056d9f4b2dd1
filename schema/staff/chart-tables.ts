import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Localised } from '../vocabulary.ts';

/**
 * What the staff keep of charts that have left the site. None of it belongs to a release: a name or a title can
 * change without any figure having changed.
 */

/** A view under a short name: `/c/NAME`. */
export const savedChart = sqliteTable('saved_chart', {
  name: text().primaryKey(),
  metric: text().notNull(),
  /** The view, as the query of `/charts/METRIC`, without language, theme, size and release. */
  query: text().notNull(),
  /** In place of the sentence that the figures make; a language without one keeps that sentence. */
  titles: text({ mode: 'json' }).$type<Localised>().notNull(),
  /** Said below the chart, in every form. */
  notes: text({ mode: 'json' }).$type<Localised>().notNull(),
  /** Counts its saves; a save names the version it saw. */
  version: integer().notNull(),
  editedBy: text('edited_by').notNull(),
  editedAt: text('edited_at').notNull(),
});

/** How often a chart was shown in the pages of another site, by day. Nothing of who looked at it is kept. */
export const embedUse = sqliteTable(
  'embed_use',
  {
    /** ISO 8601 date, UTC. */
    day: text().notNull(),
    /** Name of the host alone: no scheme, path or query. */
    host: text().notNull(),
    /** A metric's id, or `c/NAME` for a saved chart. */
    chart: text().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.host, t.chart] }),
    index('embed_use_chart').on(t.chart, t.day),
  ],
);
