import { countryName } from '$lib/words/register.ts';
import type { Locale } from '$lib/words/locale.ts';
import { straight, textOf } from '$lib/words/text.ts';
import type { NamedOrganisation } from '$schema/staff/register.ts';
import * as m from '$messages';

/** The names of an organisation besides the one that it is called by. */
export function otherNames({ names }: Pick<NamedOrganisation, 'names'>, locale: Locale): string {
  const shown = textOf(names, locale);
  return Object.values(names)
    .map(straight)
    .filter((name) => name !== shown)
    .join(m.separator({}, { locale }));
}

/** What tells an organisation from others of a like name: its other names, and its country. */
export const otherNamesAndCountry = (one: NamedOrganisation, locale: Locale): string =>
  [otherNames(one, locale), one.country === null ? '' : countryName(one.country, locale)]
    .filter(Boolean)
    .join(m.separator({}, { locale }));
