import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import {
  changeReasons,
  directions,
  qualifiers,
  sourceKinds,
  statuses,
  type Localised,
  type LocalisedUnit,
} from './vocabulary.ts';

export * from './register/tables.ts';

/** A numbered publication. Public from `publishedAt` on; only the newest may still be waiting. */
export const release = sqliteTable(
  'release',
  {
    n: integer().primaryKey(),
    /** ISO 8601 instant, UTC. */
    publishedAt: text('published_at').notNull(),
    reason: text({ enum: changeReasons }).notNull(),
    notes: text({ mode: 'json' }).$type<Localised>().notNull(),
    /** Whether who published it had entered figures of it: allowed in one-person mode, and shown. */
    onePerson: integer('one_person', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [index('release_published_at').on(t.publishedAt)],
);

/**
 * The time window of every published row: public at release N when
 * `firstRelease <= N and (lastRelease is null or lastRelease >= N)`.
 * Rows are never updated in place, but for closing the window.
 */
const window = () => ({
  firstRelease: integer('first_release')
    .notNull()
    .references(() => release.n),
  lastRelease: integer('last_release').references(() => release.n),
});

/** The body whose record this is: one row. */
export const centre = sqliteTable('centre', {
  id: text().primaryKey(),
  names: text({ mode: 'json' }).$type<Localised>().notNull(),
  foundedYear: integer('founded_year').notNull(),
  /** IANA name; dates of releases are read in it. */
  timeZone: text('time_zone').notNull(),
});

export const metricGroup = sqliteTable(
  'metric_group',
  {
    id: text().notNull(),
    ...window(),
    position: integer().notNull(),
    names: text({ mode: 'json' }).$type<Localised>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.firstRelease] })],
);

export const breakdown = sqliteTable(
  'breakdown',
  {
    id: text().notNull(),
    ...window(),
    names: text({ mode: 'json' }).$type<Localised>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.firstRelease] })],
);

export const member = sqliteTable(
  'member',
  {
    breakdown: text().notNull(),
    id: text().notNull(),
    ...window(),
    position: integer().notNull(),
    /** 0–6: the series colour it owns in every chart; 6 (slate) is for "other". */
    colour: integer().notNull(),
    names: text({ mode: 'json' }).$type<Localised>().notNull(),
    /** Retired: the last year that it has figures of. Null: in use. */
    lastYear: integer('last_year'),
  },
  (t) => [
    primaryKey({ columns: [t.breakdown, t.id, t.firstRelease] }),
    check('member_colour', sql`${t.colour} between 0 and 6`),
  ],
);

export const metric = sqliteTable(
  'metric',
  {
    id: text().notNull(),
    ...window(),
    group: text('group_id').notNull(),
    position: integer().notNull(),
    /** Null: the metric has no breakdown. */
    breakdown: text(),
    /** Whether the members add up to the total. */
    additive: integer({ mode: 'boolean' }).notNull(),
    direction: text({ enum: directions }).notNull(),
    /** Decimal places; 0 for counts. */
    decimals: integer().notNull(),
    names: text({ mode: 'json' }).$type<Localised>().notNull(),
    definitions: text({ mode: 'json' }).$type<Localised>().notNull(),
    units: text({ mode: 'json' }).$type<LocalisedUnit>().notNull(),
    /** Retired: the last year that it has figures of. Null: in use. */
    lastYear: integer('last_year'),
  },
  (t) => [primaryKey({ columns: [t.id, t.firstRelease] })],
);

/** From `year` on the metric is counted in another way: no change is drawn across it. */
export const seriesBreak = sqliteTable(
  'series_break',
  {
    metric: text().notNull(),
    year: integer().notNull(),
    ...window(),
    reasons: text({ mode: 'json' }).$type<Localised>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.year, t.firstRelease] })],
);

/** The document that a figure rests on. */
export const source = sqliteTable(
  'source',
  {
    id: text().notNull(),
    ...window(),
    kind: text({ enum: sourceKinds }).notNull(),
    titles: text({ mode: 'json' }).$type<Localised>().notNull(),
    publisher: text({ mode: 'json' }).$type<Localised>(),
    /** ISO date, where it is known. */
    publishedOn: text('published_on'),
    url: text(),
  },
  (t) => [primaryKey({ columns: [t.id, t.firstRelease] })],
);

/** One value of one metric for one year, of one member or (member '') of the total. */
export const figure = sqliteTable(
  'figure',
  {
    metric: text().notNull(),
    year: integer().notNull(),
    member: text().notNull(),
    ...window(),
    /** Null exactly when the status is O: said to be missing, which differs from no row at all. */
    value: real(),
    qualifier: text({ enum: qualifiers }).notNull(),
    status: text({ enum: statuses }).notNull(),
    sample: integer({ mode: 'boolean' }).notNull(),
    source: text().notNull(),
    note: text({ mode: 'json' }).$type<Localised>(),
    reason: text({ enum: changeReasons }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.metric, t.year, t.member, t.firstRelease] }),
    index('figure_first_release').on(t.firstRelease, t.metric, t.year, t.member),
    index('figure_last_release').on(t.lastRelease, t.metric, t.year, t.member),
    check('figure_missing', sql`(${t.value} is null) = (${t.status} = 'O')`),
    check('figure_window', sql`${t.lastRelease} is null or ${t.lastRelease} >= ${t.firstRelease}`),
  ],
);

export const target = sqliteTable(
  'target',
  {
    metric: text().notNull(),
    year: integer().notNull(),
    ...window(),
    value: real().notNull(),
    sample: integer({ mode: 'boolean' }).notNull(),
    source: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.year, t.firstRelease] })],
);

/** A year whose figures are complete. Figures of a year that is not closed and has begun are "to date". */
export const closedYear = sqliteTable(
  'closed_year',
  { year: integer().notNull(), ...window() },
  (t) => [primaryKey({ columns: [t.year, t.firstRelease] })],
);
