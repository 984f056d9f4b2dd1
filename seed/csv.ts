import Papa from 'papaparse';
import type { Problem } from './problems.ts';

/** One record of a file: its cells by column name, trimmed, and the line it starts on. */
export interface Line {
  row: number;
  cells: Record<string, string>;
}

/**
 * Reads one CSV file (RFC 4180; a byte order mark and CRLF are fine, blank lines are skipped) whose
 * header must hold exactly `columns`, in any order. What is wrong goes to `problems`; a record that
 * cannot be matched with the header is left out.
 */
export function readLines(
  file: string,
  bytes: Uint8Array,
  columns: string[],
  problems: Problem[],
): Line[] {
  const records = readRecords(file, bytes, problems);
  const [header, ...rest] = records;
  if (!header) {
    problems.push({ file, row: 1, expected: `a header with ${columns.join(', ')}` });
    return [];
  }
  problems.push(...checkHeader(file, header, columns));
  const lines: Line[] = [];
  for (const { row, cells } of rest) {
    if (cells.length === header.cells.length) {
      const pairs = header.cells.map((column, i) => [column, cells[i] ?? ''] as const);
      lines.push({ row, cells: Object.fromEntries(pairs) });
    } else {
      const expected = `${header.cells.length} fields as in the header`;
      problems.push({ file, row, expected, got: `${cells.length} fields` });
    }
  }
  return lines;
}

/** The column names of a file, empty when it has none. */
export function readHeader(bytes: Uint8Array): string[] {
  return readRecords('', bytes, [])[0]?.cells ?? [];
}

interface CsvRecord {
  row: number;
  cells: string[];
}

function readRecords(file: string, bytes: Uint8Array, problems: Problem[]): CsvRecord[] {
  let text: string;
  try {
    // Strict: a file saved by Excel in GBK must be named, not read as question marks.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
      .decode(bytes)
      .replace(/\r\n?/g, '\n');
  } catch {
    problems.push({ file, expected: 'text in UTF-8; save the file as "CSV UTF-8"' });
    return [];
  }
  const parsed = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' });
  let next = 1;
  const records = parsed.data.map((cells) => {
    const row = next;
    // A quoted cell may hold line breaks, so a record may be several lines long.
    next += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    return { row, cells: cells.map((cell) => cell.trim()) };
  });
  for (const error of parsed.errors) {
    const row = records[error.row ?? 0]?.row;
    problems.push({ file, row, expected: `well-formed quotes (${error.message})` });
  }
  return records.filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function checkHeader(file: string, header: CsvRecord, columns: string[]): Problem[] {
  const { row, cells } = header;
  const problems: Problem[] = [];
  cells.forEach((column, i) => {
    if (!columns.includes(column)) {
      problems.push({ file, row, expected: `columns ${columns.join(', ')}`, got: column });
    } else if (cells.indexOf(column) !== i) {
      problems.push({ file, row, field: column, expected: 'one column of this name, not two' });
    }
  });
  for (const column of columns.filter((name) => !cells.includes(name))) {
    problems.push({ file, row, field: column, expected: 'a column of this name' });
  }
  return problems;
}
