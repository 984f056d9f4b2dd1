import { readSheet } from 'read-excel-file/universal';
import { unpackWorkbook, type Workbook } from './unpack-xlsx.ts';
import { refuseFile } from './refuse.ts';

/** Digits that a spreadsheet keeps of a number; what stands after them is an artefact of binary fractions. */
const PRECISION = 15;

/**
 * Reads one sheet of a workbook (.xlsx) as texts: numbers as they are, not as they are formatted; dates as ISO dates;
 * results of formulas as last calculated, errors such as `#DIV/0!` as that text.
 * @param sheet its name; null: the first
 * @throws AppError 422 `file_damaged`, `file_unpacks_too_large`, `file_too_many_rows`, `sheet_unknown`, …
 */
export async function readXlsx(
  bytes: Uint8Array,
  sheet: string | null,
): Promise<{ grid: string[][]; sheets: string[] }> {
  const workbook = unpackWorkbook(bytes, sheet);
  return { grid: await readCells(workbook), sheets: workbook.sheets };
}

async function readCells({ zip, sheet }: Workbook): Promise<string[][]> {
  try {
    const rows = await readSheet(zip, sheet, { trim: false });
    return rows.map((cells) => cells.map(toText));
  } catch {
    throw refuseFile('file_damaged');
  }
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(PRECISION)));
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell as string);
}
