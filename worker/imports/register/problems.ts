import type { RegisterRefusal } from '../../../schema/staff/register-checks.ts';
import type { RecordField } from '../../../schema/staff/register-fields.ts';
import type { WrongRecordRow } from '../../../schema/staff/register-import.ts';
import type { RecordProblem } from '../../../schema/staff/register-problems.ts';
import { registerDetails } from '../../staff/register-details.ts';

/** What to tell of a row that is not imported. */
const details: Record<RecordProblem | RegisterRefusal, string> = {
  ...registerDetails,
  surplus_cells: 'The row has more cells than the head: perhaps a comma is not quoted',
  continues_nothing: 'The row names no record, and none stands above it: enter its kind and title',
  rows_differ: 'The rows of this record say different things here: make them the same',
  sample_row: 'This is sample data, which cannot be imported: take the row out',
  unreadable_id:
    'Use small letters, digits and hyphens with at least one letter, or leave it empty',
  unreadable_kind: 'Write meeting, agreement, project or programme',
  unreadable_year: 'Write one year, such as 2024',
  unreadable_date: 'Write a whole day, such as 2024-08-06, or leave it empty',
  unreadable_yes_no: 'Write yes or no',
  unreadable_stage: 'Write signed, landed or ended',
  unreadable_amount: 'Write one plain amount of 0 or more, with at most two decimals',
  unreadable_currency: 'Write a currency by ISO 4217, such as CNY',
  unreadable_role: 'Write host, organiser, official, speaker, panellist or counterparty',
  unreadable_organisation_kind:
    'Write government, university, research, hospital, company, association, foundation, intermediary or other',
  unreadable_country: 'Write the country by its name or by ISO 3166-1, such as RU',
  unreadable_address: 'Write an address that begins with https://',
  unreadable_inferred: 'Write which of country, kind and name was inferred',
  unreadable_source_kind: 'Write official, press, mirror or register',
  too_long: 'Write less: 300 characters for names and titles, 2,000 for notes',
  not_as_expected: 'This cannot be saved as it is written',
  kind_missing: 'Say whether it is a meeting, agreement, project or programme',
  year_missing: 'Enter the year, or the day',
  role_missing: 'Say what the organisation or person did in it',
  source_missing: 'Name the source that it rests on',
  source_title_missing: 'Name the new source in Chinese and in English',
  source_kind_missing: 'Say what the new source is: official, press, mirror or register',
  several_sources: 'Several sources have this title: name the one that is meant by its id',
  several_members: 'Several breakdowns have such a member: name the breakdown too',
  several_records: 'Several entries of the register have this title: name the one meant by its id',
  record_there: 'It is on the register under another id: use that, or leave the id empty',
  record_twice: 'This record stands in the file twice: put its rows together under one id',
  sample_record: 'What is on the register is sample data: withdraw that first',
  organisation_kind_missing:
    'This organisation is not on the register yet: say of what kind it is, or write it as it is there',
  release_waits: 'A release that changes it waits for its time: withdraw that first, or wait',
};

/** A fault as it is found, before the head of its column is known. */
export interface Fault {
  row: number;
  field: RecordField | null;
  value: string;
  code: RecordProblem | RegisterRefusal;
}

/** A fault of a cell or, without a field, of a row. @param value what stands there, told up to 200 signs */
export const fault = (
  row: number,
  field: RecordField | null,
  value: string,
  code: Fault['code'],
): Fault => ({ row, field, value: value.slice(0, 200), code });

/** A fault as it is told. @param heads what the file calls its columns */
export const tellFault = (
  { code, field, ...rest }: Fault,
  heads: ReadonlyMap<RecordField, string>,
): WrongRecordRow => ({
  ...rest,
  field,
  column: (field && heads.get(field)) ?? null,
  code,
  detail: `${details[code]}.`,
});
