import { importLimits, type Mapping, type WrongRow } from '../../schema/staff/imports.ts';
import { checkMapping } from './check-mapping.ts';
import { readRow } from './read-row.ts';
import type { Blank, Place, Reading, Readings } from './readings.ts';
import { refuseFile } from './refuse.ts';
import { settleFigures } from './settle-figures.ts';
import { listSpots } from './spots.ts';
import type { Table } from './table.ts';

/** Cells with values that are looked at: a sum has several for one figure. */
const CELLS = 5 * importLimits.rows;

/**
 * Reads a table as figures, by a mapping. Nothing is guessed: what cannot be read is wrong, with its row, column and
 * text.
 * @throws AppError 422 `mapping_unfit`, `file_too_many_figures`
 */
export function mapRows(table: Table, mapping: Mapping): Readings {
  checkMapping(mapping, table.heads);
  const yearTexts = new Map<string, number>();
  const at = new Map(table.heads.map((name, i) => [name, i]));
  const reader = { mapping, at, yearTexts, spots: listSpots(mapping, yearTexts) };
  const cells: (Reading | Blank)[] = [];
  const unread: Partial<Place>[] = [];
  const wrong: WrongRow[] = [];
  let leftOut = 0;
  for (const row of table.rows) {
    const read = readRow(row, reader);
    cells.push(...read.readings);
    unread.push(...read.unread);
    wrong.push(...read.wrong);
    leftOut += read.leftOut;
    if (cells.length > CELLS) throw refuseFile('file_too_many_figures');
  }
  const settled = settleFigures(cells, unread, mapping.duplicates);
  if (settled.readings.length > importLimits.rows) throw refuseFile('file_too_many_figures');
  return {
    readings: settled.readings,
    wrong: [...wrong, ...settled.wrong],
    leftOut: leftOut + settled.leftOut,
    yearTexts,
  };
}
