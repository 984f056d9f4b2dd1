import type { ReleaseRef, Source } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import { formatDate, formatDay } from '$lib/words/dates.ts';
import { joinClauses } from '$lib/words/lists.ts';
import type { Locale } from '$lib/words/locale.ts';
import { sourceKindName } from '$lib/words/statuses.ts';
import { textOf } from '$lib/words/text.ts';

/** One source on a line: title, publisher, date; a copy and a sample are called so. */
export function sourceInWords(source: Source, locale: Locale): string {
  const title = textOf(source.titles, locale);
  const publisher = textOf(source.publisher, locale);
  let text = publisher === '' ? title : m.chart_source_published({ title, publisher }, { locale });
  if (source.publishedOn !== null)
    text = m.word_comma({ first: text, second: formatDay(source.publishedOn, locale) }, { locale });
  if (source.kind === 'mirror' || source.kind === 'sample')
    text = m.word_aside({ text, aside: sourceKindName(source.kind, locale) }, { locale });
  return text;
}

/** "Source: …; …", or nothing where nothing was reported. Sample figures are named even where the answer gives no source for them. */
export function sourceLine(
  ids: readonly string[],
  sources: readonly Source[],
  hasSample: boolean,
  locale: Locale,
): string {
  const found = ids.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  const texts = found.map((source) => sourceInWords(source, locale));
  if (hasSample && !found.some(({ kind }) => kind === 'sample'))
    texts.push(sourceKindName('sample', locale));
  if (texts.length === 0) return '';
  return m.chart_sources({ list: joinClauses([...new Set(texts)], locale) }, { locale });
}

/** "Release 4 · 12 November 2024". */
export function releaseLine(release: ReleaseRef, locale: Locale, timeZone: string): string {
  const date = formatDate(release.publishedAt, locale, timeZone);
  return m.chart_release({ n: String(release.n), date }, { locale });
}
