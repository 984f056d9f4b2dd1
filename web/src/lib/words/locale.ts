import * as m from '$lib/paraglide/messages.js';
import { baseLocale, isLocale, type Locale } from '$lib/paraglide/runtime.js';

export type { Locale };

/** A language of the site from what an address or an answer says; the first language for anything else. */
export function asLocale(language: string | null | undefined): Locale {
  return isLocale(language) ? language : baseLocale;
}

/** The BCP 47 tag that Intl formats with, from the language's own message file. */
export function intlTag(locale: Locale): string {
  return m.locale_tag({}, { locale });
}
