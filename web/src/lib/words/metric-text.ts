import type { Metric, Overview, Point } from '$schema/answers.ts';
import type { Comparison } from '$schema/register/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import { evidenceStatement } from './evidence.ts';
import { joinSentences, withAsides } from './lists.ts';
import type { Locale } from './locale.ts';
import { markName } from './marks.ts';
import { kindsOf, largestStatement, partsOf, partsStatement, type Parts } from './parts.ts';
import { reachedStatement } from './reached.ts';
import { qualityNotes, yearStatement } from './sentence.ts';
import { textOf } from './text.ts';
import { valueInWords } from './values.ts';

type Entry = Overview['metrics'][number];

/**
 * All that can honestly be said of one metric in the year of its headline, each sentence with its full stop: the figure and
 * its change, what kind of figure it is, its parts, the sum of the years, the target, and how many of what it counts the
 * register names. What cannot be said is left out.
 * @param founded first year of the record
 * @param compared the figure beside the register, where that is known and the metric counts records
 */
export function metricText(
  entry: Entry,
  { founded, compared }: { founded: number; compared?: Comparison | undefined },
  locale: Locale,
): string[] {
  const said = statementsOf(entry, founded, locale)
    .filter((text) => text !== '')
    .map((text) => joinSentences([text], locale));
  return compared && isTold(compared) ? [...said, evidenceStatement(compared, locale)] : said;
}

/** A sample has nothing behind it, and where the register holds nothing of what is not reported there is nothing to say. */
const isTold = ({ relation, counted, figure }: Comparison): boolean =>
  relation !== 'sample' && (counted > 0 || (figure?.value ?? 0) > 0);

function statementsOf({ figures, headline }: Entry, founded: number, locale: Locale): string[] {
  const { metric } = figures;
  const { point } = headline;
  const parts = partsOf(figures, point, locale);
  return [
    firstStatement(metric, point, parts, locale),
    ...(parts?.alike ? [] : qualityNotes(point, locale)),
    breakStatement(metric, point, locale),
    parts ? partsStatement(parts, metric, point, locale) : '',
    parts ? largestStatement(parts, metric, point, locale) : '',
    ...(parts?.alike ? kindsOf(point).map((kind) => m.ytxt_quality({ kind }, { locale })) : []),
    sumStatement({ figures, headline }, founded, locale),
    reachedStatement(headline, metric, locale),
  ];
}

/** Where the parts are known and the total is not, it is the total that is not reported. */
function firstStatement(metric: Metric, point: Point, parts: Parts | null, locale: Locale): string {
  if (point.value !== null || !parts?.known.length) return yearStatement(metric, point, locale);
  const name = textOf(metric.names, locale);
  return m.ytxt_total_nothing({ name, year: String(point.year) }, { locale });
}

/** Why the year is not compared with the one before, where it is counted in another way. */
function breakStatement({ breaks }: Metric, { year, value }: Point, locale: Locale): string {
  const reason = textOf(breaks.find((found) => found.year === year)?.reasons, locale);
  if (reason === '' || value === null) return '';
  return m.ytxt_break({ year: String(year), reason }, { locale });
}

/** The sum since the first year, where other years add to it; never one of facts and samples together. */
function sumStatement({ figures, headline }: Entry, founded: number, locale: Locale): string {
  const { point } = headline;
  const { value, qualifier } = point.cumulative;
  const all = figures.series[0]!.points.filter(({ year }) => year <= point.year);
  const known = all.filter((one) => one.value !== null);
  const isMixed = known.some(({ sample }) => sample !== point.sample);
  if (value === null || value === point.value || isMixed) return '';
  const sum = valueInWords({ value, qualifier }, figures.metric, locale);
  const text = m.ytxt_sum({ founded: String(founded), value: sum }, { locale });
  const held = (['E', 'P'] as const).filter((kind) => known.some(({ status }) => status === kind));
  const asides = [
    ...(point.sample ? [markName('sample', locale)] : []),
    ...held.map((kind) => m.ytxt_sum_holds({ kind }, { locale })),
  ];
  return withAsides(text, asides, locale);
}
