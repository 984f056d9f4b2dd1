import type { CatalogueContents, CatalogueEntry } from '../catalogue.ts';
import type { CatalogueKind } from '../words.ts';

/** Why a change of the catalogue cannot be saved. */
export const catalogueRefusals = [
  'bad_id',
  'id_reserved',
  'id_taken',
  'text_missing',
  'bad_address',
  'not_a_number',
  'negative',
  'too_many_decimals',
  'outside_record',
  'after_last_year',
  'before_founding',
  'unknown_group',
  'unknown_breakdown',
  'unknown_metric',
  'unknown_source',
  'sample_source',
  'breakdown_fixed',
  'additive_fixed',
  'decimals_below_values',
  'figures_after_last_year',
  'has_figures',
  'in_use',
  'drafts_depend',
  'nothing_to_withdraw',
  'landed_of_projects',
  'records_rest_on_it',
] as const;
export type CatalogueRefusal = (typeof catalogueRefusals)[number];

/** A refusal at its field; '' is the row as a whole. */
export interface RefusedField {
  /** Path in the content, `names.zh`; `key` is the id or year. */
  field: string;
  refusal: CatalogueRefusal;
  /** The years at fault, where it is about figures. */
  years?: number[];
}

/** What a row of one kind is to be; null: not there. */
export type CatalogueChange = {
  [K in CatalogueKind]: { kind: K; key: string; content: CatalogueContents[K] | null };
}[CatalogueKind];

/** The row of a kind and key among others. */
export const findEntry = (
  entries: readonly CatalogueEntry[],
  kind: CatalogueKind,
  key: string,
): CatalogueEntry | undefined => entries.find((one) => one.kind === kind && one.key === key);

/** The rows of a kind that the next release will have, as the shape of the kind. */
export const contentsOf = <K extends CatalogueKind>(
  entries: readonly CatalogueEntry[],
  kind: K,
): { key: string; content: CatalogueContents[K] }[] =>
  entries.flatMap(({ kind: found, key, content }) =>
    found === kind && content !== null ? [{ key, content: content as CatalogueContents[K] }] : [],
  );

/** The content that a row of a kind and key will have; undefined: there will be none. */
export const contentOf = <K extends CatalogueKind>(
  entries: readonly CatalogueEntry[],
  kind: K,
  key: string,
): CatalogueContents[K] | undefined =>
  (findEntry(entries, kind, key)?.content ?? undefined) as CatalogueContents[K] | undefined;
