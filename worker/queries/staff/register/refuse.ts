import type { RegisterProblem, RegisterRefusal } from '../../../../schema/staff/register-checks.ts';
import { AppError } from '../../../errors.ts';

/** What to do about each, for those who read no code. */
const told: Record<RegisterRefusal, string> = {
  bad_id: 'Use small letters, digits and hyphens, such as kunming-forum-2022, at most 60',
  id_reserved: 'This id stands for something else: choose another',
  id_taken: 'This id was in use before: choose another, ids are not used again',
  text_missing: 'Enter a text in this language',
  outside_record: 'Enter a year of this record, up to the present one',
  date_outside_year: 'Enter a day of the year of the record',
  unknown_member: 'Choose a breakdown and one of its members, or neither',
  stage_of_projects: 'Leave this empty: only projects have a stage',
  stage_missing: 'Choose how far the project has come',
  landed_year_missing: 'Enter the year in which the project landed',
  landed_year_surplus: 'Leave this empty: the project has not landed yet',
  landed_before_signing: 'Enter a year not before that of the signing',
  value_and_currency: 'Enter an amount and its currency, or neither',
  note_missing: 'Say in the note why metrics do not count it',
  party_without_anybody: 'Choose an organisation, or enter a person',
  party_twice: 'This party is named before, in the same role: take one of them out',
  unknown_organisation: 'There is no such organisation: add it first',
  unknown_record: 'There is no such record: add it first',
  part_of_itself: 'Choose another record than this one',
  unknown_source: 'There is no such source: add it first',
  sample_source: 'Sample data is no source: choose another',
  nothing_inferred: 'Enter the country that was inferred, or say that it was not',
  has_records: 'Records name it: change those first, or merge it into another organisation',
  has_parts: 'Other records took place in it: change those first',
  nothing_to_withdraw: 'It is not public: discard it instead',
  merged_into_itself: 'Choose another organisation than this one',
  too_many_records: 'More than 1,000 records name it, which is more than one merge can change',
};

/** @throws AppError 422 `refused` with `refusals`, unless there is nothing to refuse */
export function refuseRegister(refusals: readonly RegisterProblem[]): void {
  if (refusals.length === 0) return;
  const fields = refusals.map(({ field, refusal }) => ({ field, message: told[refusal] }));
  const detail = fields.map(({ field, message }) => (field ? `${field}: ${message}` : message));
  throw new AppError(422, 'refused', `Nothing was saved. ${detail.join('. ')}.`, fields, {
    refusals,
  });
}
