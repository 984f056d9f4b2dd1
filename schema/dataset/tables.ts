import { breaksTable, membersTable, metricsTable, targetsTable } from './catalogue.ts';
import type { Table } from './field.ts';
import { figureSourcesTable, figuresTable } from './figures.ts';
import { countsTable, organisationsTable, partiesTable } from './parties.ts';
import { releasesTable, sourcesTable } from './provenance.ts';
import { recordsTable } from './records.ts';

/** The tables of the register, by the names of their files. */
export const registerTables = {
  records: recordsTable,
  parties: partiesTable,
  organisations: organisationsTable,
  'metric-counts': countsTable,
} as const satisfies Record<string, Table>;

/** The tables of the data package, by the names of their files. */
export const tables = {
  figures: figuresTable,
  'figure-sources': figureSourcesTable,
  metrics: metricsTable,
  members: membersTable,
  breaks: breaksTable,
  targets: targetsTable,
  ...registerTables,
  sources: sourcesTable,
  releases: releasesTable,
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

export type RegisterTableName = keyof typeof registerTables;
export const registerTableNames = Object.keys(registerTables) as RegisterTableName[];

/** The files of the data package besides its descriptor. */
export const packageFiles = [
  ...tableNames.map((name) => `${name}.csv` as const),
  'README.txt',
] as const;
export type PackageFile = (typeof packageFiles)[number];

/** Whether something of the register stands in a file: its entries, their sources, or that some are sample data. */
export const holdsRegister = (file: PackageFile): boolean =>
  file === 'README.txt' ||
  file === 'sources.csv' ||
  registerTableNames.some((name) => file === `${name}.csv`);
