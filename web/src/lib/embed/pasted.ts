import { asLocale, type Locale } from '$lib/words/locale.ts';
import { locales } from '$lib/paraglide/runtime.js';

/** What an address that somebody pasted elsewhere shows. */
export interface Pasted {
  kind: 'metric' | 'saved';
  /** A metric's id, or the name of a saved chart. */
  name: string;
  locale: Locale;
  /** The query of its frame. */
  params: URLSearchParams;
  /** Whether it is a page, which passes over what it does not know. */
  lenient: boolean;
}

const id = '([a-z0-9-]{1,100})';
const language = `(${locales.join('|')})`;
/** Every kind of address that is of one chart. Groups: the language, and what the chart is called. */
const kinds: { pattern: RegExp; kind: Pasted['kind']; lenient?: true }[] = [
  { pattern: new RegExp(`^/${language}/metrics/${id}/?$`), kind: 'metric', lenient: true },
  { pattern: new RegExp(`^/${language}/c/${id}/?$`), kind: 'saved', lenient: true },
  { pattern: new RegExp(`^()/c/${id}(?:\\.[a-z]+)?$`), kind: 'saved' },
  { pattern: new RegExp(`^()/charts/${id}\\.[a-z]+$`), kind: 'metric' },
  { pattern: new RegExp(`^()/embed/c/${id}$`), kind: 'saved' },
  { pattern: new RegExp(`^()/embed/${id}$`), kind: 'metric' },
];

/** What a page shows by its address; the rest of its query is about the page. */
const shown = ['by', 'show', 'type', 'from', 'to', 'release', 'as_of', 'sample'];
/** What is of an image alone. */
const ofImages = ['width', 'height', 'scale', 'size'];

/** The chart that an address of this site shows; null where it shows none, or more than one. */
export function readPasted({ pathname, searchParams }: URL): Pasted | null {
  for (const { pattern, kind, lenient = false } of kinds) {
    const [, inPath, name] = pattern.exec(pathname) ?? [];
    if (name === undefined) continue;
    const kept = [...searchParams].filter(([key]) =>
      lenient ? shown.includes(key) : !ofImages.includes(key),
    );
    const params = new URLSearchParams(kept);
    if (inPath) params.set('lang', inPath);
    return { kind, name, locale: asLocale(params.get('lang')), params, lenient };
  }
  return null;
}
