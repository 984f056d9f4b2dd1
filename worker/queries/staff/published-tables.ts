import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { CatalogueKind } from '../../../schema/staff/words.ts';
import {
  breakdown,
  closedYear,
  figure,
  member,
  metric,
  metricCount,
  metricGroup,
  organisation,
  record,
  seriesBreak,
  source,
  target,
} from '../../../schema/tables.ts';

/** A table of published rows, and the columns that say which of them are versions of one. */
export interface PublishedTable {
  table: SQLiteTable & { firstRelease: SQLiteColumn; lastRelease: SQLiteColumn };
  key: SQLiteColumn[];
}

/** Where each kind of the catalogue is published. */
export const catalogueTables = {
  group: { table: metricGroup, key: [metricGroup.id] },
  breakdown: { table: breakdown, key: [breakdown.id] },
  member: { table: member, key: [member.breakdown, member.id] },
  metric: { table: metric, key: [metric.id] },
  break: { table: seriesBreak, key: [seriesBreak.metric, seriesBreak.year] },
  target: { table: target, key: [target.metric, target.year] },
  source: { table: source, key: [source.id] },
  count: { table: metricCount, key: [metricCount.metric] },
} as const satisfies Record<CatalogueKind, PublishedTable>;

export const figureTable = {
  table: figure,
  key: [figure.metric, figure.year, figure.member],
} as const satisfies PublishedTable;

export const closedYearTable = {
  table: closedYear,
  key: [closedYear.year],
} as const satisfies PublishedTable;

export const organisationTable = {
  table: organisation,
  key: [organisation.id],
} as const satisfies PublishedTable;

export const recordTable = {
  table: record,
  key: [record.id],
} as const satisfies PublishedTable;

/** Every table whose rows have windows; parties go with the version of their record. */
export const publishedTables: readonly PublishedTable[] = [
  ...Object.values(catalogueTables),
  figureTable,
  closedYearTable,
  organisationTable,
  recordTable,
];
