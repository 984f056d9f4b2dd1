import { baseLocale, locales, type Locale } from '$lib/paraglide/runtime.js';

const known = (value: string | undefined): value is Locale =>
  (locales as readonly (string | undefined)[]).includes(value);

/** The language of an address: its first segment, or the base language where that names none. */
export function localeOf(pathname: string): Locale {
  const first = pathname.split('/', 2)[1];
  return known(first) ? first : baseLocale;
}

/** The same page in another language. */
export function inLocale(pathname: string, locale: Locale): string {
  const rest = known(pathname.split('/', 2)[1]) ? pathname.split('/').slice(2) : [];
  return ['', locale, ...rest].join('/');
}

/** The reader's preferred language of those we have, from Accept-Language (RFC 9110, quality values). */
export function preferredLocale(header: string | null): Locale {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
      return { language: tag.split('-')[0], quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(known) ?? baseLocale;
}
