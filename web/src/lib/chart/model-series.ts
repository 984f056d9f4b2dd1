import type { Metric, MetricFigures, Point, Series } from '$schema/answers.ts';
import { isRetired, NOT_BROKEN_DOWN } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/words/locale.ts';
import { textOf } from '$lib/words/text.ts';
import type { Footnotes } from './footnotes.ts';
import { fillRest } from './model-rest.ts';
import { chartPoint, missingPoint } from './points.ts';
import type { ChartSeries, View } from './types.ts';

const TOTAL_ID = 'total';
const INK = 0;
const SLATE = 6;

type SeriesContext = { view: View; locale: Locale; footnotes: Footnotes; years: number[] };

/** The figures of a chart as series of its own years, the members apart from the total. */
export type ReadSeries = {
  members: ChartSeries[];
  total: ChartSeries;
  /** The total's figures over the same years, for the sentence. */
  totalPoints: Point[];
  /** Ids of the sources that what is shown rests on, in order. */
  sources: string[];
};

/** Series in table order: members, not broken down, total. Footnotes are numbered in that order. */
export function readSeries(figures: MetricFigures, context: SeriesContext): ReadSeries {
  const { view, locale } = context;
  const { metric } = figures;
  const found =
    view.by === 'members'
      ? figures.series.filter(
          ({ member }) => member !== null && !isOver(member, metric, context.years[0]),
        )
      : [];
  const whole = figures.series.find(({ member }) => member === null) ?? {
    member: null,
    points: [],
  };

  const parts = found.map((series) => memberSeries(series, whole, metric, context));
  const members =
    view.show === 'value' && metric.additive && found.length > 0
      ? fillRest(parts, whole, {
          ...context,
          metric,
          name: memberName(NOT_BROKEN_DOWN, metric, locale),
        })
      : parts;
  const name = members.length > 0 ? m.chart_total({}, { locale }) : textOf(metric.names, locale);
  const totalPoints = pointsOf(whole, context.years);
  const shown = [...found, whole].flatMap((series) => pointsOf(series, context.years));
  return {
    members,
    total: chartSeries({ id: TOTAL_ID, name, colour: INK }, whole, whole, metric, context),
    totalPoints,
    sources: [...new Set(shown.flatMap((point) => point.sources))],
  };
}

/** Whether a member was retired before the years shown: it has no place among them. */
function isOver(id: string, { breakdown }: Metric, from: number | undefined): boolean {
  const member = breakdown?.members.find((found) => found.id === id);
  return member !== undefined && from !== undefined && isRetired(member, from);
}

function pointsOf(series: Series, years: readonly number[]): Point[] {
  const byYear = new Map(series.points.map((point) => [point.year, point]));
  return years.map((year) => byYear.get(year) ?? missingPoint(year));
}

function memberSeries(series: Series, whole: Series, metric: Metric, context: SeriesContext) {
  const id = series.member ?? TOTAL_ID;
  const known = metric.breakdown?.members.find((member) => member.id === id);
  const name = memberName(id, metric, context.locale);
  return chartSeries({ id, name, colour: known?.colour ?? SLATE }, series, whole, metric, context);
}

function memberName(id: string, metric: Metric, locale: Locale): string {
  if (id === NOT_BROKEN_DOWN) return m.chart_not_broken_down({}, { locale });
  const member = metric.breakdown?.members.find((found) => found.id === id);
  return textOf(member?.names, locale) || id;
}

/** What a missing value is called where nobody was to report it; undefined: not reported. */
function unknownAt(id: string, year: number, metric: Metric, locale: Locale): string | undefined {
  if (id === NOT_BROKEN_DOWN) return m.chart_rest_unknown({}, { locale });
  const counted =
    id === TOTAL_ID ? metric : metric.breakdown?.members.find((member) => member.id === id);
  return counted && isRetired(counted, year) ? m.chart_retired({}, { locale }) : undefined;
}

function chartSeries(
  head: Pick<ChartSeries, 'id' | 'name' | 'colour'>,
  series: Series,
  whole: Series,
  metric: Metric,
  { view: { show }, locale, footnotes, years }: SeriesContext,
): ChartSeries {
  const context = { metric, show, locale, footnotes, name: head.name };
  const points = pointsOf(series, years).map((point) => {
    const inputs =
      show === 'change'
        ? series.points.filter(({ year }) => year === point.year - 1)
        : show === 'cumulative'
          ? series.points.filter(({ year }) => year < point.year)
          : show === 'share'
            ? whole.points.filter(({ year }) => year === point.year)
            : [];
    const unknown = unknownAt(head.id, point.year, metric, locale);
    return chartPoint(point, inputs, { ...context, unknown });
  });
  return { ...head, points };
}
