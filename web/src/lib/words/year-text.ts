import type { Overview, Source } from '$schema/answers.ts';
import type { YearComparison } from '$schema/register/year-comparisons.ts';
import { hasSampleIn } from '$lib/api/figures.ts';
import { sectionsOf, type Entry } from '$lib/api/overview.ts';
import { releaseLine, sourceInWords } from '$lib/chart/model-sources.ts';
import * as m from '$lib/paraglide/messages.js';
import { joinSentences, runOn } from './lists.ts';
import type { Locale } from './locale.ts';
import { metricText } from './metric-text.ts';
import { textOf } from './text.ts';

export interface MetricText {
  /** Id of the metric. */
  metric: string;
  /** Each with its full stop. The first says the figure and, where one can be said, its change. */
  sentences: string[];
}

/** What is known besides the figures. */
export interface Around {
  /** The totals of the year beside what the register holds of the same. */
  comparisons?: readonly YearComparison[];
  /** Of the page that a text was taken from, where it is to stand in it. */
  address?: string;
}

/** What can honestly be said of every metric in the year of an overview, in the order of the catalogue. */
export function yearText(
  { founded, metrics }: Pick<Overview, 'founded' | 'metrics'>,
  locale: Locale,
  { comparisons = [] }: Around = {},
): MetricText[] {
  return metrics.map((entry) => {
    const { id } = entry.figures.metric;
    const compared = comparisons.find(({ metric }) => metric === id);
    return { metric: id, sentences: metricText(entry, { founded, compared }, locale) };
  });
}

/**
 * The same as a text to be copied: the centre and the year, then group by group, then what it rests on and the release.
 * Lines end with a line feed; paragraphs are apart by an empty line.
 */
export function yearTextPlain(overview: Overview, locale: Locale, around: Around = {}): string {
  const { centre, year, release } = overview;
  const { address } = around;
  const said = new Map(
    yearText(overview, locale, around).map(({ metric, sentences }) => [metric, sentences]),
  );
  const title = { centre: textOf(centre.names, locale), year: String(year) };
  const sample = m.ytxt_sample({}, { locale });
  const sources = sourcesOf(overview).map((source) => lineOf(source, locale));
  const paragraphs = [
    [m.ytxt_title(title, { locale })],
    hasSampleIn(overview, year) ? [joinSentences([sample], locale)] : [],
    ...sectionsOf(overview).map(({ group, entries }) => [
      textOf(group.names, locale),
      ...entries.flatMap((entry) => linesOf(entry, said, locale)),
    ]),
    sources.length > 0 ? [m.ytxt_sources({}, { locale }), ...sources] : [],
    [
      releaseLine(release, locale, centre.timeZone),
      ...(address ? [m.ytxt_address({ address }, { locale })] : []),
    ],
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${oneLine(line)}\n`).join(''))
    .join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function linesOf(
  { figures, headline }: Entry,
  said: ReadonlyMap<string, string[]>,
  locale: Locale,
): string[] {
  const note = textOf(headline.point.note, locale);
  return [
    runOn(said.get(figures.metric.id) ?? [], locale),
    ...(note === '' ? [] : [m.ytxt_note({ note }, { locale })]),
  ];
}

/** What the figures of the year rest on, in the order of the answer. Samples are named where they stand. */
function sourcesOf({ metrics, sources, year }: Overview): Source[] {
  const used = metrics.flatMap(({ figures }) =>
    figures.series.flatMap(({ points }) =>
      points.filter((point) => point.year === year).flatMap((point) => point.sources),
    ),
  );
  return sources.filter(({ id, kind }) => used.includes(id) && kind !== 'sample');
}

function lineOf(source: Source, locale: Locale): string {
  const text = sourceInWords(source, locale);
  return source.url ? `${text} ${source.url}` : text;
}
