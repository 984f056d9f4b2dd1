import * as m from '$lib/paraglide/messages.js';
import { intlTag, type Locale } from './locale.ts';

const formats = new Map<Locale, Intl.ListFormat>();

/** "A, B and C". */
export function joinList(items: readonly string[], locale: Locale): string {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = new Intl.ListFormat(intlTag(locale))));
  return format.format(items);
}

/** Clauses beside each other, apart by a semicolon. */
export function joinClauses(clauses: readonly string[], locale: Locale): string {
  return clauses.join(m.word_separator({}, { locale }));
}

/** What must be known of a text, in brackets behind it; nothing where there is nothing. */
export function withAsides(text: string, asides: readonly string[], locale: Locale): string {
  if (asides.length === 0) return text;
  return m.word_aside({ text, aside: joinClauses(asides, locale) }, { locale });
}

/** Sentences after each other; each gets its full stop here, and empty ones are left out. */
export function joinSentences(sentences: readonly string[], locale: Locale): string {
  const whole = sentences
    .filter((text) => text !== '')
    .map((text) => m.word_stop({ text }, { locale }));
  return runOn(whole, locale);
}

/** Sentences that have their full stops, after each other. */
export function runOn(sentences: readonly string[], locale: Locale): string {
  return sentences
    .reduce((first, second) => m.word_next_sentence({ first, second }, { locale }), '')
    .trim();
}

/** Years in words, runs of three and more in short: "2018–2021 and 2023". */
export function yearsInWords(years: readonly number[], locale: Locale): string {
  const runs: [number, number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  const words = runs.flatMap(([from, to]) =>
    to - from > 1
      ? [m.word_year_run({ from: String(from), to: String(to) }, { locale })]
      : [...new Set([from, to])].map((year) => m.word_year({ year: String(year) }, { locale })),
  );
  return joinList(words, locale);
}

/** A range of years as a heading: "2018–2024", or the one year. */
export function yearRange(from: number, to: number, locale: Locale): string {
  return from === to
    ? m.word_year({ year: String(from) }, { locale })
    : m.word_year_run({ from: String(from), to: String(to) }, { locale });
}
