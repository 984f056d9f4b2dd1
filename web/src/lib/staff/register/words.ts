import type { Locale } from '$lib/paraglide/runtime.js';
import { languageName } from '$lib/staff/catalogue/words.ts';
import { tellProblem } from '$lib/staff/problem.ts';
import type { Problem } from '$schema/answers.ts';
import * as m from '$messages';

/** Fields that stand in no list of differences by themselves. */
const own = ['key', 'landedYear', 'currency', 'role', 'organisation', 'person', 'position'];

const plainLabel = (field: string, locale: Locale): string =>
  own.includes(field) ? m.sreg_field({ field }, { locale }) : m.rchg_field({ field }, { locale });

/** What a field is called, by its path: `titles.zh`, `parties.3.person.en`. */
export function fieldLabel(path: string, locale: Locale): string {
  const [first = '', ...rest] = path.split('.');
  if (first === 'parties') {
    const [at, ...inner] = rest;
    const n = Number(at) + 1;
    if (inner.length === 0) return m.sreg_party({ n }, { locale });
    return m.sreg_party_field({ n, field: fieldLabel(inner.join('.'), locale) }, { locale });
  }
  const name = plainLabel(first, locale);
  const [language] = rest;
  if (language === undefined) return name;
  return m.catalogue_field_language(
    { field: name, language: languageName(language, locale) },
    { locale },
  );
}

/** Why a field cannot be saved, and what to do. */
export const refusalWords = (refusal: string, locale: Locale): string =>
  m.sreg_refused({ refusal }, { locale });

/** What a form tells at a field, by the field's id. */
export interface FieldError {
  id: string;
  message: string;
}

/** The field that a fault is put right at, where it is of no single one. */
function fieldOf(field: string): string {
  if (/^parties\.\d+$/.test(field)) return `${field}.organisation`;
  if (field === 'note' || field === 'names') return `${field}.zh`;
  return field;
}

/** Faults as the form shows them at their fields; one is told at each. */
export const tellFaults = (
  faults: readonly { field: string; refusal: string }[],
  locale: Locale,
): FieldError[] =>
  [
    ...new Map(
      faults
        .toReversed()
        .map(({ field, refusal }): [string, FieldError] => [
          fieldOf(field),
          { id: fieldOf(field), message: refusalWords(refusal, locale) },
        ]),
    ).values(),
  ].toReversed();

/** The same with the fields' names, for a summary of them all. */
export const summarise = (errors: readonly FieldError[], locale: Locale): FieldError[] =>
  errors.map(({ id, message }) => ({
    id,
    message: m.catalogue_colon({ first: fieldLabel(id, locale), second: message }, { locale }),
  }));

/** The fields of a form that the server could not read, as faults at them; none where it told of something else. */
export const unreadFields = (
  problem: Partial<Problem> | null,
): { field: string; refusal: 'not_as_expected' }[] =>
  problem?.code === 'invalid_request'
    ? (problem.fields ?? [])
        .filter(({ field }) => field.startsWith('content.'))
        .map(({ field }) => ({ field: field.slice('content.'.length), refusal: 'not_as_expected' }))
    : [];

/** Why something was not done that has no fields. */
export function tellRefused(
  problem: (Partial<Problem> & { refusals?: readonly { refusal: string }[] }) | null,
  locale: Locale,
): string {
  const refused = problem?.refusals?.map(({ refusal }) => refusalWords(refusal, locale));
  if (refused) return refused.join(' ');
  return problem?.code === 'edit_conflict'
    ? m.sreg_conflict({}, { locale })
    : tellProblem(problem, locale);
}
