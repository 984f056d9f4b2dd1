import type { Metric, Overview, Point, Series, Source } from '$schema/answers.ts';
import { collectFootnotes, type Footnotes } from '$lib/chart/footnotes.ts';
import { NOT_BROKEN_DOWN } from '$schema/vocabulary.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { changeInWords, type ChangeWords } from '$lib/words/changes.ts';
import { targetInWords } from '$lib/words/targets.ts';
import { textOf } from '$lib/words/text.ts';
import { unitName } from '$lib/words/units.ts';
import { valueShort } from '$lib/words/values.ts';
import * as m from '$messages';
import { sectionsOf, type Entry } from './overview.ts';
import { isEvident } from './register.ts';

/** A line of the yearbook page: a metric, or one of its parts. */
export interface YearRow {
  metric: string;
  member: string | null;
  name: string;
  value: string;
  unit: string;
  point: Point;
  change: ChangeWords;
  target: string | null;
  /** Whether entries of the register can stand behind it. */
  evident: boolean;
  /** Numbers of its footnotes. */
  notes: number[];
  /** What it rests on, numbered as in the list of sources. */
  sources: { id: string; n: number }[];
}

export interface YearPage {
  sections: { id: string; name: string; rows: YearRow[] }[];
  notes: string[];
  /** The sources the year rests on, in the order of the lines. */
  sources: Source[];
}

/**
 * Everything of one year in the order of the catalogue, with its footnotes and sources numbered as they are met.
 * @param collected the notes and sources of what stands before it, where it is a part of something larger
 */
export function yearPage(
  overview: Overview,
  locale: Locale,
  collected: Collected = startCollection(overview.sources),
): YearPage {
  const { footnotes, sources } = collected;
  const sections = sectionsOf(overview).map(({ group, entries }) => ({
    id: group.id,
    name: textOf(group.names, locale),
    rows: entries.flatMap((entry) => rowsOf(entry, overview.year, collected, locale)),
  }));
  sources.number(overview.metrics.flatMap(({ headline }) => headline.target?.source ?? []));
  return { sections, notes: footnotes.texts, sources: sources.listed };
}

/** Numbers sources as they are met. */
function collectSources(all: readonly Source[]) {
  const listed: Source[] = [];
  const number = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const source = all.find((found) => found.id === id);
      if (!source) return [];
      if (!listed.includes(source)) listed.push(source);
      return [{ id, n: listed.indexOf(source) + 1 }];
    });
  return { listed, number };
}

/** What is numbered through all that is shown together: its notes, and its sources. */
export interface Collected {
  footnotes: Footnotes;
  sources: ReturnType<typeof collectSources>;
}

/** Nothing numbered yet. @param sources those that may be named */
export const startCollection = (sources: readonly Source[]): Collected => ({
  footnotes: collectFootnotes(),
  sources: collectSources(sources),
});

function rowsOf(
  { figures, headline }: Entry,
  year: number,
  { footnotes, sources }: Collected,
  locale: Locale,
) {
  const { metric, series } = figures;
  return series.flatMap(({ member, points }): YearRow[] => {
    const point = points.find((found) => found.year === year);
    if (!point || (member !== null && point.value === null && point.status === null)) return [];
    return [
      {
        metric: metric.id,
        member,
        name: memberName(metric, member, locale),
        value: valueShort(point, metric.decimals, locale),
        unit: member === null ? unitName(metric.units, locale) : '',
        point,
        change: changeInWords(point, metric, locale),
        target: member === null ? targetInWords(headline, metric, locale) : null,
        evident: isEvident(metric, point) && member !== NOT_BROKEN_DOWN,
        notes: footnotes.number(textOf(point.note, locale)),
        sources: sources.number(point.sources),
      },
    ];
  });
}

/** The name of a line: of the metric where it is the total, else of the part. */
export function memberName(
  { names, breakdown }: Metric,
  member: Series['member'],
  locale: Locale,
): string {
  if (member === null) return textOf(names, locale);
  if (member === NOT_BROKEN_DOWN) return m.chart_not_broken_down({}, { locale });
  return textOf(breakdown?.members.find(({ id }) => id === member)?.names, locale) || member;
}
