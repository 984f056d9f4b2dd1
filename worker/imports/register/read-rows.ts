import { recordFieldNames, type RecordField } from '../../../schema/staff/register-fields.ts';
import type { TableRow } from '../table.ts';
import type { Columns } from './columns.ts';
import { readOneYear } from './days.ts';
import { fault, type Fault } from './problems.ts';
import { readers, type CellValues } from './read-cells.ts';

/** One row of a file as it is read. */
export interface ReadRow {
  row: number;
  values: CellValues;
  /** What stands in a cell, for what is told of it. */
  textOf(field: RecordField): string;
  faults: Fault[];
}

const read = readers as Record<RecordField, (text: string) => { ok: unknown } | { problem: never }>;

/** Reads a row cell by cell; what cannot be read is a fault with its text. */
export function readRow({ row, cells, surplus }: TableRow, { at }: Columns): ReadRow {
  const textOf = (field: RecordField): string => {
    const place = at.get(field);
    return place === undefined ? '' : cells[place]!.trim();
  };
  const faults: Fault[] = [];
  const values: Record<string, unknown> = {};
  for (const field of recordFieldNames) {
    if (!at.has(field)) continue;
    const text = textOf(field);
    const result = text === '' ? { ok: null } : read[field](text);
    // What was nothing but signs that no file can carry is nothing.
    if ('ok' in result) values[field] = result.ok === '' ? null : result.ok;
    else faults.push(fault(row, field, text, result.problem));
  }
  const said = { row, values: values as CellValues, textOf };
  // Its cells may stand in the wrong columns: they say no more than which record it is of.
  if (surplus) return { ...said, faults: [fault(row, null, '', 'surplus_cells')] };
  return { ...said, ...readYearAsDay(said.values, textOf('date'), faults) };
}

/** Where the day would stand a year may stand alone. */
function readYearAsDay(
  values: CellValues,
  text: string,
  faults: Fault[],
): Pick<ReadRow, 'values' | 'faults'> {
  const year = readOneYear(text);
  if (year === null || (values.year ?? year) !== year) return { values, faults };
  return {
    values: { ...values, year, date: null },
    faults: faults.filter(({ field }) => field !== 'date'),
  };
}
