import Papa from 'papaparse';
import { refuseFile } from './refuse.ts';

const delimiters = [',', '\t', ';'] as const;

/** Rows that are enough to tell the delimiter from. */
const PREVIEW = 50;

/**
 * Reads CSV (RFC 4180) with commas, tabs or semicolons and any kind of line end.
 * @throws AppError 422 `file_quotes`
 */
export function readCsv(text: string): { grid: string[][]; delimiter: string } {
  const lines = text.replace(/\r\n?/g, '\n');
  const delimiter = findDelimiter(lines);
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter, newline: '\n' });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) {
    const row = (broken.row ?? 0) + 1;
    throw refuseFile('file_quotes', `See row ${row}.`, row);
  }
  return { grid: data, delimiter };
}

/** The one that parts most of the first rows into equally many cells, more than one; a comma where none does. */
function findDelimiter(text: string): string {
  const scored = delimiters.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: PREVIEW });
    const widths = new Map<number, number>();
    for (const { length } of data) {
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    }
    return { delimiter, score: Math.max(0, ...widths.values()) };
  });
  const best = Math.max(...scored.map(({ score }) => score));
  return best === 0 ? ',' : scored.find(({ score }) => score === best)!.delimiter;
}
