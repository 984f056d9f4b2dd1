import type { Locale } from '$lib/paraglide/runtime.js';
import { yearsInWords } from '$lib/words/lists.ts';
import type { RefusedField } from '$schema/staff/catalogue-checks.ts';
import type { CatalogueKind } from '$schema/staff/words.ts';
import * as m from '$messages';

/** What a kind of row is called. */
export const kindName = (kind: CatalogueKind, locale: Locale): string =>
  m.catalogue_kind({ kind }, { locale });

/** Why a change was not saved, and what to do. */
export const refusalWords = ({ refusal, years = [] }: RefusedField, locale: Locale): string =>
  m.catalogue_refused({ refusal, years: yearsInWords(years, locale) }, { locale });

/** The series colours by their index. */
export const colourName = (colour: number, locale: Locale): string =>
  m.catalogue_colour_name({ colour: colour as 0 }, { locale });

/** A language of the texts, in the reader's. */
export const languageName = (language: string, locale: Locale): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language;

/** What a field is called; its last part may be a language. */
export function fieldLabel(kind: CatalogueKind, path: string, locale: Locale): string {
  const [field = '', language, form] = path.split('.');
  const own = kind === 'count' && field === 'kind' ? 'countedKind' : field;
  const named = field === 'key' ? keyName(kind) : (own as 'names');
  const name = m.catalogue_field({ field: named }, { locale });
  if (language === undefined) return name;
  const said = m.catalogue_field_language(
    { field: name, language: languageName(language, locale) },
    { locale },
  );
  const examples = form === undefined ? '' : pluralExamples(language, form);
  return examples === '' ? said : m.catalogue_field_form({ field: said, examples }, { locale });
}

/** What the key of a kind says: a year, or an id. */
const keyName = (kind: CatalogueKind): 'year' | 'id' =>
  kind === 'break' || kind === 'target' ? 'year' : 'id';

/** The plural forms that a language has. */
export const pluralForms = (language: string): Intl.LDMLPluralRule[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/** Numbers that take a form of the plural, such as "0, 2, 3"; '' where a language has one form for all. */
function pluralExamples(language: string, form: string): string {
  if (pluralForms(language).length === 1) return '';
  const rules = new Intl.PluralRules(language);
  return Array.from({ length: 200 }, (_, n) => n)
    .filter((n) => rules.select(n) === form)
    .slice(0, 3)
    .join(', ');
}

/** Several refusals as one text, for places that have no fields. */
export const refusalText = (refusals: RefusedField[] | undefined, locale: Locale): string =>
  (refusals ?? []).map((refused) => refusalWords(refused, locale)).join(' ');
