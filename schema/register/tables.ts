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
import { changeReasons, type Localised } from '../vocabulary.ts';
import { organisationKinds, partyRoles, recordKinds, stages, type Inferable } from './words.ts';

/**
 * The register. Its rows have the windows of figures: public at release N when
 * `first_release <= N and (last_release is null or last_release >= N)`.
 */
const window = () => ({
  firstRelease: integer('first_release').notNull(),
  lastRelease: integer('last_release'),
});

/** A body that takes part in records. */
export const organisation = sqliteTable(
  'organisation',
  {
    id: text().notNull(),
    ...window(),
    /** Number of this version, unique, counting up. Its entry in `organisation_index` has it as rowid. */
    rank: integer().notNull().unique(),
    kind: text({ enum: organisationKinds }).notNull(),
    /** A language without a name uses that of another. */
    names: text({ mode: 'json' }).$type<Localised>().notNull(),
    /** ISO 3166-1 alpha-2; null: not known. */
    country: text(),
    website: text(),
    /** What the sources do not state. `name`: a usual name or translation in a language of the site. */
    inferred: text({ mode: 'json' }).$type<Inferable[]>().notNull(),
    sample: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.firstRelease] }),
    index('organisation_country').on(t.country, t.id),
  ],
);

/** A meeting, an agreement, a project or a programme. */
export const record = sqliteTable(
  'record',
  {
    id: text().notNull(),
    ...window(),
    /**
     * Number of this version, unique, in the order of lists: the day as yyyymmdd (00 for what is not known) and six
     * digits of a sequence. Its entry in `record_index` has it as rowid.
     */
    rank: integer().notNull().unique(),
    kind: text({ enum: recordKinds }).notNull(),
    year: integer().notNull(),
    /** ISO date, where it is known. */
    date: text(),
    titles: text({ mode: 'json' }).$type<Localised>().notNull(),
    places: text({ mode: 'json' }).$type<Localised>(),
    /** How the metric that counts it splits it: domain, field, kind. Null: counted in no part of it. */
    breakdown: text(),
    member: text(),
    /** The record that this one took place in. */
    partOf: text('part_of'),
    /** Whether metrics count it. What is none of the things they define is here all the same, and its note says so. */
    counted: integer({ mode: 'boolean' }).notNull(),
    /** Of a project. Its year is that of the signing. */
    stage: text({ enum: stages }),
    landedYear: integer('landed_year'),
    /** Money, in `currency` (ISO 4217), where a source states it. */
    value: real(),
    currency: text(),
    /** The source names some parties "and others": those here are not all. */
    openEnded: integer('open_ended', { mode: 'boolean' }).notNull(),
    note: text({ mode: 'json' }).$type<Localised>(),
    source: text().notNull(),
    sample: integer({ mode: 'boolean' }).notNull(),
    reason: text({ enum: changeReasons }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.firstRelease] }),
    index('record_count').on(t.kind, t.year, t.member),
    index('record_landed').on(t.landedYear, t.member),
    index('record_part_of').on(t.partOf),
    check('record_value', sql`(${t.value} is null) = (${t.currency} is null)`),
    check('record_member', sql`(${t.breakdown} is null) = (${t.member} is null)`),
  ],
);

/** An organisation, or a person for one, in a record. Belongs to one version of the record. */
export const party = sqliteTable(
  'party',
  {
    record: text().notNull(),
    firstRelease: integer('first_release').notNull(),
    /** From 1, in the order of the source. */
    n: integer().notNull(),
    role: text({ enum: partyRoles }).notNull(),
    /** Id; null: a person for none that is named. */
    organisation: text(),
    person: text({ mode: 'json' }).$type<Localised>(),
    /** What the person is there. */
    position: text({ mode: 'json' }).$type<Localised>(),
  },
  (t) => [
    primaryKey({ columns: [t.record, t.firstRelease, t.n] }),
    index('party_organisation').on(t.organisation),
    check('party_someone', sql`${t.organisation} is not null or ${t.person} is not null`),
  ],
);

/** How a metric counts records: of one kind, each once or each party of a role. */
export const metricCount = sqliteTable(
  'metric_count',
  {
    metric: text().notNull(),
    ...window(),
    kind: text({ enum: recordKinds }).notNull(),
    /** Null: the records themselves. */
    role: text({ enum: partyRoles }),
    /** Whether a project counts in the year that it landed, not in that of its signing. */
    landed: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.metric, t.firstRelease] })],
);
