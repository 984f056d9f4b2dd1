import { importLimits } from '../../schema/staff/imports.ts';
import { MOST_RECORD_ROWS } from '../../schema/staff/register-import.ts';
import { AppError } from '../errors.ts';

const count = new Intl.NumberFormat('en').format;

/** Why a file cannot be imported, and what to do about it. */
const refusals = {
  file_empty: 'The file is empty.',
  file_no_rows: 'The file has no row below its head. Add at least one figure.',
  file_too_many_rows: `The file has more than ${count(importLimits.rows)} rows. Import it in parts.`,
  file_too_many_figures: `The file has more than ${count(importLimits.rows)} figures. Import it in parts.`,
  file_too_many_records: `The file has more than ${count(MOST_RECORD_ROWS)} rows. Import it in parts.`,
  file_no_records:
    'No column of the file is recognised as a title or an id. Name the columns as in the template.',
  file_too_many_columns: `The file has more than ${importLimits.columns} columns. Take out those that are not needed.`,
  file_encoding:
    'The text of the file cannot be read: it is neither UTF-8 nor GB18030. Save it as “CSV UTF-8”.',
  file_quotes: 'A quotation mark is opened and not closed, or stands inside a text.',
  file_not_a_table: 'This is neither CSV nor a workbook (.xlsx). Save it as one of these.',
  file_old_excel: 'This is a workbook of the old kind (.xls). Save it as .xlsx.',
  file_password: 'The workbook is protected by a password. Save it without one.',
  file_damaged: 'The workbook is damaged. Open it, save it again as .xlsx, and choose it again.',
  file_unpacks_too_large: 'The workbook is too large once unpacked. Take out what is not needed.',
  sheet_unknown: 'The workbook has no sheet of this name.',
} as const;
export type FileRefusal = keyof typeof refusals;

/** The refusal of a whole file. @param where says more; `row` is told to programs too */
export const refuseFile = (code: FileRefusal, where = '', row?: number): AppError =>
  new AppError(
    422,
    code,
    where ? `${refusals[code]} ${where}` : refusals[code],
    undefined,
    row === undefined ? undefined : { row },
  );

/** @throws AppError 413 `too_large` */
export function checkSize(bytes: number): void {
  if (bytes > importLimits.bytes) {
    throw new AppError(413, 'too_large', 'The file is too large: at most 5 MB can be imported.');
  }
}
