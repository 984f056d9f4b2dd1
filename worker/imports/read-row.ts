import type { Mapping, WrongRow } from '../../schema/staff/imports.ts';
import { wrong } from './problems.ts';
import {
  readId,
  readMember,
  readNote,
  readQualifier,
  readStatus,
  readValue,
  type Read,
} from './read-parts.ts';
import type { Blank, Place, Reading, RowReading } from './readings.ts';
import type { Spot } from './spots.ts';
import type { TableRow } from './table.ts';
import { readYear } from './years.ts';

/** What all rows are read by. */
export interface Reader {
  mapping: Mapping;
  spots: Spot[];
  /** Place of each column. */
  at: Map<string, number>;
  /** Collects what was taken for which year. */
  yearTexts: Map<string, number>;
}

type From<T> = { column: string } | { fixed: T } | undefined;
type Rest = Pick<Reading, 'qualifier' | 'status' | 'source' | 'note'>;

/** The cells of a row. What cannot be read is remembered as a problem and given as undefined. */
function openCells({ row, cells }: TableRow, at: Map<string, number>) {
  const problems: WrongRow[] = [];
  const textOf = (column: string) => cells[at.get(column)!]!.trim();
  return {
    problems,
    textOf,
    take<T>(column: string, read: (text: string) => Read<T>): T | undefined {
      const result = read(textOf(column));
      if ('ok' in result) return result.ok;
      problems.push(wrong(row, column, textOf(column), result.problem));
      return undefined;
    },
  };
}

type Cells = ReturnType<typeof openCells>;

/** Reads what one row says. */
export function readRow(row: TableRow, reader: Reader): RowReading {
  const { mapping, spots, at } = reader;
  const result: RowReading = { readings: [], wrong: [], unread: [], leftOut: 0 };
  const leftOut = { ...result, leftOut: spots.length };
  const shared = openCells(row, at);
  if (!mapping.where.every(({ column, equals }) => equals.includes(shared.textOf(column)))) {
    return leftOut;
  }
  if (row.surplus) {
    return { ...result, wrong: [wrong(row.row, null, '', 'surplus_cells')], unread: [{}] };
  }
  const metric = takeMetric(shared, mapping.metric);
  const member = takeMember(shared, mapping.member);
  if (metric === null || member === null) return leftOut;
  const year = takeYear(shared, reader);
  const rest = takeRest(shared, mapping);
  result.wrong.push(...shared.problems);
  for (const spot of spots) {
    const place = { metric, member: spot.member ?? member, year: spot.year ?? year };
    const own = openCells(row, at);
    const said = takeValue(own, spot.column, rest);
    result.wrong.push(...own.problems);
    if (said && shared.problems.length === 0 && isWhole(place)) {
      const where = { row: row.row, column: spot.column, text: own.textOf(spot.column) };
      result.readings.push({ ...rest, ...place, ...where, ...said } as Reading | Blank);
    } else result.unread.push(place);
  }
  return result;
}

const isWhole = (place: Partial<Place>): place is Place =>
  place.metric !== undefined && place.member !== undefined && place.year !== undefined;

const takeMetric = (cells: Cells, from: Mapping['metric']) =>
  'fixed' in from ? from.fixed : cells.take(from.column, (text) => readId(text, from.values));

function takeMember(cells: Cells, from: Mapping['member']): string | null | undefined {
  if ('fixed' in from) return from.fixed;
  if ('columns' in from) return undefined;
  return cells.take(from.column, (text) => readMember(text, from.values));
}

function takeYear(cells: Cells, { mapping, yearTexts }: Reader): number | undefined {
  const { year: from, yearRule } = mapping;
  if ('fixed' in from) return from.fixed;
  if ('columns' in from) return undefined;
  return cells.take(from.column, (text) => {
    const year = yearTexts.get(text) ?? readYear(text, yearRule);
    if (year === null) return { problem: 'unreadable_year' };
    yearTexts.set(text, year);
    return { ok: year };
  });
}

/** A value with the qualifier that its text or its column says. */
function takeValue(cells: Cells, column: string, { qualifier, status }: Rest) {
  return cells.take(column, (text) => {
    const said = readValue(text);
    if ('problem' in said) return said;
    const { value, qualifier: own } = said.ok;
    if (own !== 'exact' && qualifier && qualifier !== 'exact' && qualifier !== own) {
      return { problem: 'qualifiers_differ' };
    }
    return {
      ok: {
        // With the status O an empty cell says that the figure is missing.
        value: value === undefined && status === 'O' ? null : value,
        qualifier: own === 'exact' ? qualifier : own,
      },
    };
  });
}

function takeRest(cells: Cells, mapping: Mapping): Rest {
  const take = <T>(from: From<T>, read: (text: string) => Read<T>): T | undefined =>
    from === undefined ? undefined : 'fixed' in from ? from.fixed : cells.take(from.column, read);
  const notes = { zh: take(mapping.noteZh, readNote), en: take(mapping.noteEn, readNote) };
  const source = take(mapping.source, (text) => ({ ok: text }));
  return {
    qualifier: take(mapping.qualifier, readQualifier),
    status: take(mapping.status, readStatus),
    source: source === '' ? null : source,
    note: Object.fromEntries(
      Object.entries(notes).flatMap(([language, text]) =>
        text === undefined ? [] : [[language, text === '' ? null : text]],
      ),
    ),
  };
}
