import { unescapeFormula } from '../../schema/files/csv.ts';
import { importLimits } from '../../schema/staff/imports.ts';
import { refuseFile } from './refuse.ts';

/** A file as rows of texts below one row of heads. Rows without any text are left out. */
export interface Table {
  /** Different from each other: a second `Value` is `Value (2)`, a column without a head `(3)`, after its place. */
  heads: string[];
  rows: TableRow[];
}

export interface TableRow {
  /** Row of the file, from 1. */
  row: number;
  /** As many as there are heads. */
  cells: string[];
  /** Whether more texts follow beyond the last head, as where a comma within a number was not quoted. */
  surplus: boolean;
}

const isBlank = (text: string) => text.trim() === '';

/**
 * Takes the first row with at least two texts for the head, as a title of one cell often stands above it; in a table of
 * one column the first row.
 * @param grid the rows of the file, each as long as it is there
 * @throws AppError 422 `file_empty`, `file_no_rows`, `file_too_many_rows`, `file_too_many_columns`
 */
export function toTable(grid: string[][]): Table {
  const filled = grid.map((cells) => cells.findLastIndex((text) => !isBlank(text)) + 1);
  const texts = grid.map((cells) => cells.filter((text) => !isBlank(text)).length);
  const isWide = texts.some((count) => count > 1);
  const head = texts.findIndex((count) => count > (isWide ? 1 : 0));
  if (head < 0) throw refuseFile('file_empty');
  const width = filled[head]!;
  if (width > importLimits.columns) throw refuseFile('file_too_many_columns');
  const rows = grid.flatMap((cells, i) => {
    if (i <= head || filled[i] === 0) return [];
    const padded = Array.from({ length: width }, (_, column) =>
      unescapeFormula(cells[column] ?? ''),
    );
    return [{ row: i + 1, cells: padded, surplus: filled[i]! > width }];
  });
  if (rows.length === 0) throw refuseFile('file_no_rows');
  if (rows.length > importLimits.rows) throw refuseFile('file_too_many_rows');
  return { heads: nameHeads(grid[head]!.slice(0, width)), rows };
}

function nameHeads(texts: string[]): string[] {
  const heads: string[] = [];
  for (const [i, text] of texts.entries()) {
    const name = text.trim().replace(/\s+/g, ' ').slice(0, 280);
    let unique = name === '' ? `(${i + 1})` : name;
    for (let n = 2; heads.includes(unique); n += 1) unique = `${name} (${n})`;
    heads.push(unique);
  }
  return heads;
}
