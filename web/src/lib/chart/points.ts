import type { Derived, Metric, Point } from '$schema/answers.ts';
import type { GapReason, Qualifier, Status } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/words/locale.ts';
import { markName } from '$lib/words/marks.ts';
import { formatPercent, formatSigned } from '$lib/words/numbers.ts';
import { reasonSentence, reasonShort } from '$lib/words/reasons.ts';
import { textOf } from '$lib/words/text.ts';
import { unitFor } from '$lib/words/units.ts';
import { valueInWords, valueShort } from '$lib/words/values.ts';
import type { Footnotes } from './footnotes.ts';
import type { ChartPoint, Mark, View } from './types.ts';

export type PointContext = {
  metric: Metric;
  show: View['show'];
  locale: Locale;
  footnotes: Footnotes;
  /** Name of the series, for the reading. */
  name: string;
  /** What a missing value is called where "not reported" would be wrong. */
  unknown?: string;
};

/** What is shown of a figure: itself, or a number derived from it. */
type Shown = {
  value: number | null;
  qualifier: Qualifier | null;
  gap: GapReason | null;
  sample: boolean;
};

const derivedOf = (derived: Derived): Shown => ({
  value: derived.value,
  qualifier: derived.qualifier,
  gap: derived.value === null ? (derived.reason ?? 'no_figure') : null,
  sample: derived.sample,
});

function shownOf(point: Point, show: View['show']): Shown {
  if (show !== 'value') return derivedOf(point[show]);
  const { value, qualifier, sample } = point;
  return { value, qualifier, gap: value === null ? 'no_figure' : null, sample };
}

/**
 * One point as it is drawn and read.
 *
 * @param inputs the figures the shown number was made from: it is no firmer than the weakest of them
 */
export function chartPoint(point: Point, inputs: Point[], context: PointContext): ChartPoint {
  const { show, locale, footnotes } = context;
  const shown = shownOf(point, show);
  const status = shown.value === null ? point.status : weakest([point, ...inputs]);
  const yearToDate = point.yearToDate && point.value !== null;
  const marks = marksOf(shown, status, yearToDate, context);

  const notes: number[] = [];
  if (shown.gap !== null && shown.gap !== 'no_figure')
    notes.push(...footnotes.number(reasonSentence(shown.gap, show, locale)));
  notes.push(...footnotes.number(textOf(point.note, locale)));

  return {
    year: point.year,
    value: shown.value,
    label: labelOf(shown, context),
    reading: readingOf(point.year, wordsOf(shown, context), marks, context),
    qualifier: shown.qualifier,
    status,
    sample: shown.sample && shown.value !== null,
    yearToDate,
    gap: shown.gap,
    marks,
    footnotes: notes,
  };
}

function weakest(points: Point[]): Status | null {
  const found = points.map((point) => point.status);
  return (['E', 'P'] as const).find((status) => found.includes(status)) ?? found[0] ?? null;
}

function marksOf(
  shown: Shown,
  status: Status | null,
  yearToDate: boolean,
  { unknown }: PointContext,
): Mark[] {
  if (shown.value === null) return unknown ? [] : ['missing'];
  const found: Mark[] = [];
  if (shown.qualifier === 'at_least' || shown.qualifier === 'about') found.push(shown.qualifier);
  if (status === 'P' || status === 'E') found.push(status);
  if (shown.sample) found.push('sample');
  if (yearToDate) found.push('year_to_date');
  return found;
}

function gapInWords(gap: GapReason | null, { unknown, locale }: PointContext): string {
  const reason = gap ?? 'no_figure';
  return reason === 'no_figure' && unknown ? unknown : reasonShort(reason, locale);
}

function labelOf({ value, qualifier, gap }: Shown, context: PointContext): string {
  const { show, metric, locale } = context;
  if (value === null) return gapInWords(gap, context);
  if (show === 'value' || show === 'cumulative')
    return valueShort({ value, qualifier }, metric.decimals, locale);
  const text =
    show === 'change'
      ? formatSigned(value, metric.decimals, locale)
      : formatPercent(value, locale, qualifier);
  return m.word_qualified_short({ qualifier: qualifier ?? 'exact', value: text }, { locale });
}

function wordsOf({ value, qualifier, gap }: Shown, context: PointContext): string {
  const { show, metric, locale } = context;
  if (value === null) return gapInWords(gap, context);
  if (show === 'value' || show === 'cumulative')
    return valueInWords({ value, qualifier }, metric, locale);
  const number = formatSigned(value, metric.decimals, locale);
  const unit = unitFor(metric.units, Math.abs(value), locale);
  const text =
    show === 'change'
      ? m.word_amount_with_unit({ number, unit }, { locale }).trim()
      : formatPercent(value, locale, qualifier);
  return m.word_qualified({ qualifier: qualifier ?? 'exact', value: text }, { locale });
}

/** Marks that the words of the value have said already. */
const said: readonly Mark[] = ['at_least', 'about', 'missing'];

/** A point in words: "2024, Biomedicine: at least 8 signings, sample figure". */
export function readingOf(
  year: number,
  value: string,
  marks: readonly Mark[],
  { name, locale }: Pick<PointContext, 'name' | 'locale'>,
): string {
  const reading = m.chart_reading({ year: String(year), series: name, value }, { locale });
  return marks
    .filter((mark) => !said.includes(mark))
    .reduce(
      (text, mark) =>
        m.chart_reading_mark({ reading: text, mark: markName(mark, locale) }, { locale }),
      reading,
    );
}

const nothing: Derived = { value: null, qualifier: null, reason: 'no_figure', sample: false };

/** A year of which the answer says nothing. */
export function missingPoint(year: number): Point {
  return {
    year,
    value: null,
    qualifier: null,
    status: null,
    sample: false,
    yearToDate: false,
    basis: null,
    sources: [],
    note: null,
    change: nothing,
    changePercent: nothing,
    cumulative: nothing,
    share: nothing,
  };
}
