/**
 * The words of the record, shared by the database, the API and the pages.
 * Field terms follow SDMX where it has one.
 */

/** How exactly a value is known. `at_least`: the source names some "and others". */
export const qualifiers = ['exact', 'at_least', 'about'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** SDMX CL_OBS_STATUS, the codes in use: A normal, P provisional, E estimated, O missing. */
export const statuses = ['A', 'P', 'E', 'O'] as const;
export type Status = (typeof statuses)[number];

/** What a source is. `mirror`: a copy whose original was not found; `sample`: nothing at all, for exploring. */
export const sourceKinds = ['official', 'press', 'mirror', 'register', 'sample'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Why a release, or one version of a figure in it, was published. */
export const changeReasons = [
  'first_publication',
  'correction',
  'late_data',
  'definition_change',
  'sample',
] as const;
export type ChangeReason = (typeof changeReasons)[number];

/** Which way is good. `none`: neither, the number only describes. */
export const directions = ['up', 'down', 'none'] as const;
export type Direction = (typeof directions)[number];

/** Why a derived number is not given. Every `null` of a derived number carries one. */
export const gapReasons = [
  'no_figure',
  'no_previous_figure',
  'first_year',
  'lower_bound',
  'previous_zero',
  'total_zero',
  'series_break',
  'year_unfinished',
  'no_target',
  'not_additive',
] as const;
export type GapReason = (typeof gapReasons)[number];

/** The member id that stands for the total. Never null, so that it can be part of a key. */
export const TOTAL = '';

/** The reserved member id of the part of a reported total that no member accounts for. */
export const NOT_BROKEN_DOWN = 'not-broken-down';

/** Whether a metric or member is retired by a year: no figures are asked for or taken after its last year. */
export const isRetired = ({ lastYear }: { lastYear: number | null }, year: number): boolean =>
  lastYear !== null && year > lastYear;

/** A text in every language it exists in, by language code (`zh`, `en`, …). */
export type Localised = Record<string, string>;

/** A unit in every language, by plural category of Intl.PluralRules; `other` is always there. */
export type LocalisedUnit = Record<
  string,
  Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>> & { other: string }
>;
