import type { WrongRow } from '../../schema/staff/imports.ts';
import { refusalDetails } from '../staff/refusal-details.ts';
import type { ImportProblem, Refusal } from '../../schema/staff/words.ts';

/** What to tell of a row that is not imported. */
const details: Record<ImportProblem | Refusal, string> = {
  ...refusalDetails,
  surplus_cells: 'The row has more cells than the head: perhaps a comma is not quoted.',
  not_mapped: 'The mapping does not say what this text stands for.',
  no_member: 'Name the member, or write total.',
  unreadable_year: 'This is not a year, such as 2024, 2024年 or 2014/15.',
  unreadable_number: 'This is not plainly one number.',
  unreadable_qualifier: 'Expected exact, at_least or about.',
  unreadable_status: 'Expected A, P, E or O.',
  qualifiers_differ: 'The value says another qualifier than its column.',
  too_long: 'Expected at most 2,000 characters.',
  duplicate: 'Several rows speak of this figure.',
  sum_of_wrong: 'Another row of the same sum cannot be read.',
  sources_differ: 'The rows of this sum name different sources.',
  return_locked: 'The return of this year was submitted and is locked.',
};

export const wrong = (
  row: number,
  column: string | null,
  value: string,
  code: ImportProblem | Refusal,
): WrongRow => ({ row, column, value: value.slice(0, 200), code, detail: details[code] });
