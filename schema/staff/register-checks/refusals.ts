/** Why a change of the register cannot be saved. */
export const registerRefusals = [
  'bad_id',
  'id_reserved',
  'id_taken',
  'text_missing',
  'outside_record',
  'date_outside_year',
  'unknown_member',
  'stage_of_projects',
  'stage_missing',
  'landed_year_missing',
  'landed_year_surplus',
  'landed_before_signing',
  'value_and_currency',
  'note_missing',
  'party_without_anybody',
  'party_twice',
  'unknown_organisation',
  'unknown_record',
  'part_of_itself',
  'unknown_source',
  'sample_source',
  'nothing_inferred',
  'has_records',
  'has_parts',
  'nothing_to_withdraw',
  'merged_into_itself',
  'too_many_records',
] as const;
export type RegisterRefusal = (typeof registerRefusals)[number];

/** A refusal at its field; '' is the entry as a whole. */
export interface RegisterProblem {
  /** Path in the content, `parties.3.organisation`; `key` is the id. */
  field: string;
  refusal: RegisterRefusal;
}

export const refuseAt = (field: string, refusal: RegisterRefusal): RegisterProblem => ({
  field,
  refusal,
});
