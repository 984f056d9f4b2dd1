import { page } from '$app/state';
import { address, readReading, type Query } from '$lib/api/reading.ts';
import { localeOf } from '$lib/api/locale.ts';

/** Who reads: the language, the state of the record, and addresses that keep both. Call while a component starts. */
export function reader() {
  const locale = localeOf(page.url.pathname);
  const reading = readReading(page.url.searchParams);
  return {
    locale,
    reading,
    /** A page of this site, by its path below the language. */
    to: (path: string, ...queries: Query[]) => address(`/${locale}${path}`, reading, ...queries),
    /** The API, reading the same state of the record. */
    api: (path: string, ...queries: Query[]) => address(`/api/v1${path}`, reading, ...queries),
  };
}
