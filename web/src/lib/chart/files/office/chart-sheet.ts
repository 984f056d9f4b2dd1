import * as m from '$lib/paraglide/messages.js';
import { writeWorkbook, type Cell } from '$schema/files/workbook.ts';
import { printable } from '../../escape.ts';
import type { ChartFile } from '../chart-file.ts';
import { notesSheet } from '../xlsx.ts';
import { categoriesOf, type ChartColumn } from './chart-columns.ts';

/** The name by which the chart refers to it, in every language. */
export const SHEET = 'Sheet1';

/** A for 0. A chart has far fewer than 26 columns. */
export const letterOf = (column: number): string => String.fromCharCode(65 + column);

/**
 * The workbook inside an Office chart, which "Edit data" opens: years as rows, a column for each series; empty where
 * nothing is known. Its second sheet says what the numbers are and where they are from.
 */
export function chartWorkbook(file: ChartFile, columns: ChartColumn[]): Uint8Array<ArrayBuffer> {
  const { locale } = file.model;
  const rows = categoriesOf(file.model).map((year, i): Cell[] => [
    printable(year),
    ...columns.map(({ values, formats }): Cell => {
      const value = values[i] ?? null;
      return value === null ? null : { value, format: formats[i]! };
    }),
  ]);
  return writeWorkbook([
    {
      name: SHEET,
      head: 1,
      widths: [14, ...columns.map(() => 18)],
      rows: [
        [m.chart_file_year({}, { locale }), ...columns.map(({ name }) => printable(name))],
        ...rows,
      ],
    },
    notesSheet(file),
  ]);
}
