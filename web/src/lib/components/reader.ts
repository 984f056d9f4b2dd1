import { page } from '$app/state';
import { address, readReading, type Query } from '$lib/api/reading.ts';
import { localeOf } from '$lib/api/locale.ts';
import { textOf } from '$lib/words/text.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import * as m from '$messages';

/** Who reads: the language, the state of the record, and addresses that keep both. Call while a component starts. */
export function reader() {
  const locale = page.data.locale ?? localeOf(page.url.pathname);
  const reading = readReading(page.url.searchParams);
  const { centre } = page.data;
  return {
    locale,
    reading,
    /** The centre's name in a language; before there is a record, that of the product. */
    centreName: (inLocale: Locale = locale) =>
      centre ? textOf(centre.names, inLocale) : m.product_name({}, { locale: inLocale }),
    /** The time zone in which the centre's days begin and end. */
    timeZone: centre?.timeZone ?? 'UTC',
    /** A page of this site, by its path below the language. */
    to: (path: string, ...queries: Query[]) => address(`/${locale}${path}`, reading, ...queries),
    /** The API, reading the same state of the record. */
    api: (path: string, ...queries: Query[]) => address(`/api/v1${path}`, reading, ...queries),
  };
}
