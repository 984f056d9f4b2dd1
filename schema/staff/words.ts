import type { Localised, Qualifier, Status } from '../vocabulary.ts';

/** A return is edited while open or sent back; submitted it is locked; published it is part of a release. */
export const returnStates = ['open', 'submitted', 'sent_back', 'published'] as const;
export type ReturnState = (typeof returnStates)[number];

export const isEditable = (state: ReturnState): boolean =>
  state === 'open' || state === 'sent_back';

/**
 * What a draft says of a figure. Status O has no value and says why in the note; `withdrawn` takes a published
 * figure out of the record altogether.
 */
export type CellContent =
  | {
      withdrawn?: false;
      value: number | null;
      qualifier: Qualifier;
      status: Status;
      /** Id of a source; null: the return itself. */
      source: string | null;
      note: Localised | null;
    }
  | { withdrawn: true; note: Localised | null };

/** What the catalogue is made of, as its drafts name it. */
export const catalogueKinds = [
  'group',
  'breakdown',
  'member',
  'metric',
  'break',
  'target',
  'source',
  'count',
] as const;
export type CatalogueKind = (typeof catalogueKinds)[number];

/** What the register is made of, as its drafts name it. */
export const registerKinds = ['organisation', 'record'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/**
 * How a draft rests on the register: it follows it until its return is submitted; then the number that held is taken.
 */
export const registerMarks = ['follows', 'taken'] as const;
export type RegisterMark = (typeof registerMarks)[number];

export const auditActions = [
  'return_started',
  'return_submitted',
  'return_sent_back',
  'cell_saved',
  'cell_imported',
  'cell_restored',
  'cell_followed',
  'cell_taken',
  'release_published',
  'release_withdrawn',
  'catalogue_saved',
  'catalogue_discarded',
  'register_saved',
  'register_discarded',
  'organisations_merged',
  'person_invited',
  'invitation_revoked',
  'person_joined',
  'person_changed',
  'password_changed',
  'token_issued',
  'token_revoked',
  'settings_saved',
  'chart_saved',
  'chart_deleted',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What cannot be true: such a cell is not saved. */
export const refusals = [
  'not_a_number',
  'negative',
  'too_many_decimals',
  'too_large',
  'value_with_missing',
  'no_value',
  'total_below_parts',
  'outside_centre_life',
  'unknown_metric',
  'unknown_member',
  'unknown_source',
  'retired',
  'nothing_to_withdraw',
  'nothing_on_register',
] as const;
export type Refusal = (typeof refusals)[number];

/** What is unlikely: such a cell is kept, and takes a note before the return can be submitted. */
export const warnings = [
  'more_than_doubled',
  'less_than_half',
  'missing_after_figure',
  'missing_without_reason',
  'about_without_source',
  'estimated_without_source',
  'withdrawn_without_reason',
  'below_register',
] as const;
export type Warning = (typeof warnings)[number];

/** Why a row of an imported file cannot be read, besides the refusals. */
export const importProblems = [
  'surplus_cells',
  'not_mapped',
  'no_member',
  'unreadable_year',
  'unreadable_number',
  'unreadable_qualifier',
  'unreadable_status',
  'qualifiers_differ',
  'too_long',
  'duplicate',
  'sum_of_wrong',
  'sources_differ',
  'return_locked',
] as const;
export type ImportProblem = (typeof importProblems)[number];
