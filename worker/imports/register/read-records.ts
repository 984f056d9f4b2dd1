import type { RecordChoices, RecordImport } from '../../../schema/staff/register-import.ts';
import { MOST_RECORD_ROWS } from '../../../schema/staff/register-import.ts';
import { inspectColumns } from '../inspect.ts';
import type { OpenedFile } from '../open-file.ts';
import { refuseFile } from '../refuse.ts';
import { findColumns, type Columns } from './columns.ts';
import { groupRows, type FileRecord } from './group-rows.ts';
import type { Fault } from './problems.ts';
import { readRow } from './read-rows.ts';

/** What a file of records says, before it is compared with anything. */
export interface ReadRecords {
  file: RecordImport['file'];
  columns: Columns;
  records: FileRecord[];
  /** Of rows that belong to no record. */
  faults: Fault[];
  /** Whether it has a column for parties. */
  hasParties: boolean;
}

/** @throws AppError 422 `file_too_many_records`, `file_no_records` */
export function readRecordFile(
  { table, ...opened }: OpenedFile,
  { columns: chosen }: Pick<RecordChoices, 'columns'>,
): ReadRecords {
  if (table.rows.length > MOST_RECORD_ROWS) throw refuseFile('file_too_many_records');
  const columns = findColumns(table.heads, chosen);
  const { records, faults } = groupRows(table.rows.map((row) => readRow(row, columns)));
  const found = inspectColumns(table).map((one, i) => ({ ...one, field: columns.fields[i]! }));
  return {
    file: { ...opened, rows: table.rows.length, columns: found },
    columns,
    records,
    faults,
    hasParties: (
      ['organisation', 'organisation_zh', 'organisation_en', 'person_zh', 'person_en'] as const
    ).some((field) => columns.at.has(field)),
  };
}
