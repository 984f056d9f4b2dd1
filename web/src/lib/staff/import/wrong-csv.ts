import type { Locale } from '$lib/paraglide/runtime.js';
import { BOM, escapeFormula } from '$schema/files/csv.ts';
import * as m from '$messages';

/** What is wrong in a row, in the reader's words. */
export interface Wrong {
  row: number;
  /** Empty: the row as a whole. */
  column: string;
  value: string;
  reason: string;
}

/** A text as a CSV field; one that a spreadsheet would run as a formula gets an apostrophe. */
const field = (text: string): string => {
  const safe = escapeFormula(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The wrong rows as CSV (UTF-8 with BOM, CRLF) in the reader's language. */
export function writeWrongCsv(wrong: readonly Wrong[], locale: Locale): string {
  const head = [m.import_row, m.import_column, m.import_value, m.import_reason].map((name) =>
    name({}, { locale }),
  );
  const rows = wrong.map(({ row, column, value, reason }) => [String(row), column, value, reason]);
  return `${BOM}${[head, ...rows].map((cells) => cells.map(field).join(',')).join('\r\n')}\r\n`;
}
