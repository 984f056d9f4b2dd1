import type { Inspection } from '../../schema/staff/imports.ts';
import { decodeText } from './decode.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { checkSize, refuseFile } from './refuse.ts';
import { toTable, type Table } from './table.ts';

export type OpenedFile = Pick<Inspection, 'format' | 'encoding' | 'delimiter' | 'sheets'> & {
  table: Table;
};

const startsWith = (bytes: Uint8Array, signature: number[]) =>
  signature.every((byte, i) => bytes[i] === byte);

const ZIP = [0x50, 0x4b];
/** The container of .xls, and of workbooks with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens a file by what is in it, whatever it is called.
 * @param sheet of a workbook; null: the first
 * @throws AppError 413 `too_large`, 422 with the reason and what to do
 */
export async function openFile(bytes: Uint8Array, sheet: string | null): Promise<OpenedFile> {
  checkSize(bytes.length);
  if (bytes.length === 0) throw refuseFile('file_empty');
  if (startsWith(bytes, COMPOUND)) {
    throw refuseFile(isEncrypted(bytes) ? 'file_password' : 'file_old_excel');
  }
  if (startsWith(bytes, ZIP)) {
    const { grid, sheets } = await readXlsx(bytes, sheet);
    return { format: 'xlsx', encoding: null, delimiter: null, sheets, table: toTable(grid) };
  }
  const { text, encoding } = decodeText(bytes);
  const { grid, delimiter } = readCsv(text);
  return { format: 'csv', encoding, delimiter, sheets: [], table: toTable(grid) };
}

/** Names within the container are UTF-16. */
const isEncrypted = (bytes: Uint8Array) =>
  new TextDecoder('latin1').decode(bytes).includes([...'EncryptedPackage'].join('\0'));
