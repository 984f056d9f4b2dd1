import type { Dataset } from '../../schema/answers.ts';
import { columnsOf, type Field } from '../../schema/dataset/field.ts';
import { tables, type TableName } from '../../schema/dataset/tables.ts';
import { writeCsv } from '../../schema/files/write-csv.ts';
import type { Row } from './row.ts';
import { figureRows, rowsOf, type Package } from './rows.ts';
import { languagesOf, tableLanguages } from './table-languages.ts';

/** The columns of a table in a record of these languages. */
export const headsOf = (fields: readonly Field[], languages: readonly string[]): string[] =>
  fields.flatMap((field) => columnsOf(field, languages));

/** What stands in each of its columns. */
export const cellsOf = (
  { values, texts }: Row,
  fields: readonly Field[],
  languages: readonly string[],
) =>
  fields.flatMap(({ name, localised }) =>
    localised ? languages.map((language) => texts[name]?.[language] ?? '') : [values[name] ?? null],
  );

const write = (fields: readonly Field[], rows: Row[], languages: string[]): string =>
  writeCsv(
    headsOf(fields, languages),
    rows.map((row) => cellsOf(row, fields, languages)),
  );

/** Figures as CSV: one row a year and series, also where nothing was reported (empty value). */
export const writeFiguresCsv = (dataset: Dataset): string =>
  write(tables.figures.fields, figureRows(dataset), languagesOf(dataset));

/** One table of the data package as CSV. */
export const writeTableCsv = (name: TableName, record: Package): string =>
  write(tables[name].fields, rowsOf[name](record), tableLanguages(name, record));
