import type { Refusal } from '../../schema/staff/words.ts';

/** What to do about a cell that cannot be saved, for the `detail` of a problem. */
export const refusalDetails: Record<Refusal, string> = {
  not_a_number: 'Enter a number.',
  negative: 'Enter a number of 0 or more.',
  too_many_decimals: 'Enter a number with no more decimal places than the metric has.',
  too_large: 'Enter a number of at most 1,000,000,000,000,000.',
  value_with_missing: 'Leave the value out, or choose another status than "missing".',
  no_value: 'Enter a value, or choose the status "missing".',
  total_below_parts: 'Enter a total that is at least what its members add up to.',
  outside_centre_life: "Choose a year of the centre's life, up to the present one.",
  unknown_metric: 'Choose a metric of the catalogue.',
  unknown_member: "Choose a member of the metric's breakdown, or the total.",
  unknown_source: 'Choose a source of the catalogue, other than sample data.',
  retired: 'Choose a metric or member that is in use in this year.',
  nothing_to_withdraw: 'Nothing is published here, so nothing can be withdrawn.',
  nothing_on_register: 'The register holds nothing of this figure: enter a number.',
};
