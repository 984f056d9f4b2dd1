import type { Locale } from '$lib/words/locale.ts';
import { emWidth } from '../../text-width.ts';
import type { ChartTable } from '../../types.ts';
import { signsOf } from './table-signs.ts';

/** The size of raised signs, in times that of the text they stand by. */
const RAISED = 0.6;

/**
 * A table in parts that a page can hold: years side by side first, then rows under each other. Each has the names of
 * its rows.
 */
export function tableBlocks(
  table: ChartTable,
  most: { years: number; rows: number },
): ChartTable[] {
  const { years, rows } = table;
  const columns = Math.max(1, Math.ceil(years.length / most.years));
  const wide = Math.ceil(years.length / columns);
  const blocks: ChartTable[] = [];
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows.length; row += most.rows) {
      const cut = [column * wide, (column + 1) * wide] as const;
      blocks.push({
        ...table,
        years: years.slice(...cut),
        rows: rows
          .slice(row, row + most.rows)
          .map((one) => ({ ...one, cells: one.cells.slice(...cut) })),
      });
    }
  return blocks;
}

/** The width of the widest number with its signs, in times the size of its text. */
export function widestNumber({ rows }: ChartTable, locale: Locale): number {
  const values = rows.flatMap(({ cells }) => cells.filter(({ missing }) => !missing));
  const widths = values.map(
    (cell) =>
      emWidth(cell.text) + emWidth(signsOf(cell, locale).replaceAll('\u00a0', ' ')) * RAISED,
  );
  return Math.max(2.5, ...widths);
}

/**
 * How many years stand side by side so that no number breaks, beside names in at most a quarter of the width.
 *
 * @param room its width, and the size of its text, pt
 */
export function yearsAcross(
  table: ChartTable,
  { width, size, most }: { width: number; size: number; most: number },
  locale: Locale,
): number {
  const longest = Math.max(...table.rows.map(({ name }) => emWidth(name))) * size + 8;
  const names = Math.min(width * 0.26, Math.max(width * 0.12, longest));
  const column = widestNumber(table, locale) * size + 6.5;
  return Math.max(1, Math.min(most, Math.floor((width - names) / column)));
}
