import Papa from 'papaparse';
import { BOM, FORMULA } from './csv.ts';

/**
 * Writes a table as CSV (RFC 4180, CRLF, UTF-8 with BOM). Texts that a spreadsheet would run as a formula are
 * defused with an apostrophe.
 */
export const writeCsv = (fields: readonly string[], rows: unknown[][]): string =>
  BOM + Papa.unparse([[...fields], ...rows], { newline: '\r\n', escapeFormulae: FORMULA });
