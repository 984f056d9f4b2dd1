import type { Field } from '../../schema/dataset/field.ts';
import { tables, type TableName } from '../../schema/dataset/tables.ts';
import type { Cell, Sheet } from '../../schema/files/workbook.ts';
import { cellsOf, headsOf } from './csv.ts';
import type { Row } from './row.ts';

/** Days since 30 December 1899: how a spreadsheet counts dates. */
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;

const widthOf = ({ localised, type }: Field): number =>
  localised ? 26 : type === 'string' || type === 'datetime' ? 18 : 10;

/** A table of the data package, its columns named as in the CSV: what a program, a filter or a pivot table reads. */
export function dataSheet(name: TableName, rows: Row[], title: string, languages: string[]): Sheet {
  const fields: readonly Field[] = tables[name].fields;
  const cell = (value: string | number | boolean | null, type: Field['type']): Cell => {
    if (typeof value === 'boolean') return String(value);
    return type === 'date' && typeof value === 'string'
      ? { value: dayNumber(value), format: 'yyyy-mm-dd' }
      : value;
  };
  const types = fields.flatMap(({ type, localised }) =>
    localised ? languages.map(() => type) : [type],
  );
  return {
    name: title,
    head: 1,
    widths: fields.flatMap((field) =>
      field.localised ? languages.map(() => widthOf(field)) : [widthOf(field)],
    ),
    rows: [
      headsOf(fields, languages),
      ...rows.map((row) =>
        cellsOf(row, fields, languages).map((value, i) => cell(value, types[i]!)),
      ),
    ],
  };
}
