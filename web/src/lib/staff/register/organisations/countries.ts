import { intlTag, type Locale } from '$lib/words/locale.ts';
import { countryName } from '$lib/words/register.ts';
import { locales } from '$lib/paraglide/runtime.js';
import { countryCodes } from '$schema/register/countries.ts';

/** A country to choose. */
export interface CountryOption {
  code: string;
  /** In the reader's language, then in the others: "俄罗斯 · Russia". */
  name: string;
}

/** All countries by name, in the order of the reader's language. */
export function listCountries(locale: Locale): CountryOption[] {
  const others = locales.filter((other) => other !== locale);
  const { compare } = new Intl.Collator(intlTag(locale));
  return countryCodes
    .map((code) => ({ code, own: countryName(code, locale) }))
    .toSorted((a, b) => compare(a.own, b.own))
    .map(({ code, own }) => {
      const rest = others.map((other) => countryName(code, other)).filter((name) => name !== own);
      return { code, name: [own, ...rest].join(' · ') };
    });
}
