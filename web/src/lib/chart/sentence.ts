import type { Metric, Point } from '$schema/answers.ts';
import { NOT_BROKEN_DOWN } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import { readChange } from '$lib/words/changes.ts';
import { yearRange } from '$lib/words/lists.ts';
import type { Locale } from '$lib/words/locale.ts';
import { formatPercent } from '$lib/words/numbers.ts';
import { valueStatement, yearStatement } from '$lib/words/sentence.ts';
import { textOf } from '$lib/words/text.ts';
import { amountAfterName, valueAsPredicate } from '$lib/words/values.ts';
import type { ChartSeries, View } from './types.ts';

export type Statement = {
  /** What is seen at a glance. */
  title: string;
  /** The first sentence of the chart in words, without a full stop. */
  text: string;
  /** The year it speaks of; null where it speaks of none. */
  year: number | null;
  /** Whether a figure in the title is a sample; the title says so itself. */
  sample: boolean;
};

export type StatementContext = {
  metric: Metric;
  show: View['show'];
  locale: Locale;
  years: readonly number[];
  /** The total's figures over the years of the chart. */
  points: readonly Point[];
  members: readonly ChartSeries[];
  /** Whether nothing is drawn. */
  isEmpty: boolean;
};

/** What a chart shows, said of the last year of which it can be said. */
export function chartStatement(context: StatementContext): Statement {
  const { metric, show, locale } = context;
  const found = statements[show](context);
  if (found === null) {
    const title = m.chart_title_plain({ show, name: textOf(metric.names, locale) }, { locale });
    const text = context.isEmpty ? emptyText(context) : title;
    return { title, text, year: null, sample: false };
  }
  const title = found.sample
    ? m.chart_sample_title({ title: found.title }, { locale })
    : found.title;
  return { ...found, title };
}

/** What stands in place of a chart that has no value at all. */
export function emptyText({ metric, show, locale, years }: StatementContext): string {
  const name = textOf(metric.names, locale);
  const from = years[0];
  const to = years.at(-1);
  if (from === undefined || to === undefined) return m.chart_no_years({ name }, { locale });
  return m.chart_empty({ show, name, years: yearRange(from, to, locale) }, { locale });
}

const statements = { value: ofValue, change: ofChange, cumulative: ofCumulative, share: ofShare };

function ofValue(context: StatementContext): Statement | null {
  const { metric, locale, points } = context;
  const last = points.findLast(({ value }) => value !== null);
  if (!last) return null;
  const title = rangeTitle(context, last) ?? valueStatement(metric, last, locale);
  return { title, text: yearStatement(metric, last, locale), year: last.year, sample: last.sample };
}

/** From the first year to the last; only between two figures that can be held against each other. */
function rangeTitle({ metric, locale, points }: StatementContext, last: Point): string | null {
  const first = points.find(({ value }) => value !== null);
  if (!first || first === last || first.value === null || last.value === null) return null;
  const isFirm = (point: Point) => point.qualifier === 'exact' && !point.yearToDate;
  const isBroken = metric.breaks.some(({ year }) => year > first.year && year <= last.year);
  if (!isFirm(first) || !isFirm(last) || isBroken || first.sample !== last.sample) return null;
  const grown = Math.sign(last.value - first.value);
  return m.chart_title_range(
    {
      direction: grown > 0 ? 'up' : grown < 0 ? 'down' : 'same',
      name: textOf(metric.names, locale),
      first: amountAfterName(first.value, metric, locale),
      last: amountAfterName(last.value, metric, locale),
      from: String(first.year),
      to: String(last.year),
    },
    { locale },
  );
}

function ofChange({ metric, locale, points }: StatementContext): Statement | null {
  for (const point of points.toReversed()) {
    const change = readChange(point, metric, locale);
    // A sample held against a reported figure is a number in the chart, but no change to speak of.
    if ('reason' in change || point.change.mixed) continue;
    const title = m.chart_title_change(
      {
        direction: change.direction,
        name: textOf(metric.names, locale),
        change: change.amount,
        year: String(point.year),
      },
      { locale },
    );
    const text = yearStatement(metric, point, locale);
    return { title, text, year: point.year, sample: point.change.sample };
  }
  return null;
}

function ofCumulative({ metric, locale, points }: StatementContext): Statement | null {
  const last = points.findLast(({ cumulative }) => cumulative.value !== null);
  if (!last || last.cumulative.value === null) return null;
  const { value, qualifier, sample } = last.cumulative;
  const title = m.chart_title_cumulative(
    {
      when: last.yearToDate ? 'to_date' : 'year',
      name: textOf(metric.names, locale),
      value: valueAsPredicate({ value, qualifier }, metric, locale),
      year: String(last.year),
    },
    { locale },
  );
  return { title, text: title, year: last.year, sample };
}

/** The largest part of the last year in which every part has an exact share, and one is the largest. */
function ofShare({ metric, locale, years, points, members }: StatementContext): Statement | null {
  for (const [i, year] of [...years.entries()].toReversed()) {
    const parts = members.map((series) => ({
      id: series.id,
      name: series.name,
      point: series.points[i],
    }));
    if (
      parts.length === 0 ||
      !parts.every(({ point }) => point && point.value !== null && point.qualifier === 'exact')
    )
      continue;
    const sorted = parts.toSorted((a, b) => (b.point?.value ?? 0) - (a.point?.value ?? 0));
    const [largest, next] = sorted;
    const value = largest?.point?.value ?? 0;
    if (!largest || largest.id === NOT_BROKEN_DOWN || value === (next?.point?.value ?? 0)) continue;
    const title = m.chart_title_share(
      {
        when: points[i]?.yearToDate ? 'to_date' : 'year',
        name: textOf(metric.names, locale),
        member: largest.name,
        percent: formatPercent(value, locale),
        year: String(year),
      },
      { locale },
    );
    return { title, text: title, year, sample: parts.some(({ point }) => point?.sample) };
  }
  return null;
}
