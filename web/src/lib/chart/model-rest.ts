import type { Metric, Series } from '$schema/answers.ts';
import { NOT_BROKEN_DOWN } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/words/locale.ts';
import { formatNumber } from '$lib/words/numbers.ts';
import { valueInWords } from '$lib/words/values.ts';
import type { Footnotes } from './footnotes.ts';
import { chartPoint, missingPoint, readingOf } from './points.ts';
import type { ChartPoint, ChartSeries } from './types.ts';

type RestContext = {
  metric: Metric;
  locale: Locale;
  footnotes: Footnotes;
  years: number[];
  name: string;
};

const SLATE = 6;

/**
 * Makes every stack as high as its total. The answer gives the part that no member accounts for only
 * where it is known; two more cases can be drawn without saying more than is known:
 * - no member has a figure: the whole total is not broken down;
 * - members are lower bounds of an exact total: at most the difference is.
 */
export function fillRest(parts: ChartSeries[], whole: Series, context: RestContext): ChartSeries[] {
  const given = parts.find(({ id }) => id === NOT_BROKEN_DOWN);
  const members = parts.filter((series) => series !== given);
  const points = context.years.map(
    (year, i) =>
      restPoint(
        members.map((series) => series.points[i]!),
        given?.points[i],
        whole,
        { ...context, year },
      ) ??
      given?.points[i] ??
      chartPoint(missingPoint(year), [], {
        ...context,
        show: 'value',
        unknown: m.chart_rest_unknown({}, { locale: context.locale }),
      }),
  );
  if (!given && points.every(({ value }) => value === null)) return members;
  return [...members, { id: NOT_BROKEN_DOWN, name: context.name, colour: SLATE, points }];
}

/** The part not broken down in a case the answer leaves open; null in any other. */
function restPoint(
  members: ChartPoint[],
  given: ChartPoint | undefined,
  whole: Series,
  context: RestContext & { year: number },
): ChartPoint | null {
  const total = whole.points.find(({ year }) => year === context.year);
  if (!total || total.value === null || (given?.value ?? null) !== null) return null;
  const known = members.filter(({ value }) => value !== null);
  const bare = { ...total, note: null };
  if (known.length === 0) return chartPoint(bare, [], { ...context, show: 'value' });

  const { metric, locale, footnotes, year } = context;
  const sum = known.reduce((all, { value }) => all + (value ?? 0), 0);
  const value = Number((total.value - sum).toFixed(Math.min(20, metric.decimals)));
  const isAtMost =
    total.qualifier === 'exact' &&
    known.some(({ qualifier }) => qualifier === 'at_least') &&
    known.every(({ qualifier }) => qualifier !== 'about');
  if (!isAtMost || value <= 0) return null;

  const sample = total.sample || known.some((point) => point.sample);
  const point = chartPoint({ ...bare, value, sample }, [], { ...context, show: 'value' });
  const words = m.chart_at_most_words(
    { value: valueInWords({ value, qualifier: null }, metric, locale) },
    { locale },
  );
  return {
    ...point,
    label: m.chart_at_most({ value: formatNumber(value, metric.decimals, locale) }, { locale }),
    reading: readingOf(year, words, point.marks, context),
    qualifier: null,
    atMost: true,
    footnotes: footnotes.number(m.chart_at_most_note({}, { locale })),
  };
}
