import type { MetricFigures, ReleaseRef, Source } from '$schema/answers.ts';
import * as m from '$lib/paraglide/messages.js';
import { countedIn } from '$lib/words/counted.ts';
import { joinSentences, yearRange } from '$lib/words/lists.ts';
import type { Locale } from '$lib/words/locale.ts';
import { unitName } from '$lib/words/units.ts';
import { collectFootnotes, renumberFootnotes } from './footnotes.ts';
import { legendOf } from './legend.ts';
import { annotationsOf, breakLabel } from './model-annotations.ts';
import { readSeries, type ReadSeries } from './model-series.ts';
import { releaseLine, sourceLine } from './model-sources.ts';
import { notesSentence } from './sentence-notes.ts';
import { chartStatement, emptyText } from './sentence.ts';
import type { ChartModel, ChartSeries, View } from './types.ts';

export type ChartContext = {
  locale: Locale;
  view: View;
  release: ReleaseRef;
  /** Of the centre: the day of a release is read in it. */
  timeZone: string;
  /** All that the figures may name; those that what is shown rests on are listed. */
  sources: readonly Source[];
};

/**
 * Everything a chart draws and says, made of the figures of one metric and of nothing else.
 * A breakdown asked for but not in the answer is passed over: then the total is shown.
 */
export function buildChart(figures: MetricFigures, context: ChartContext): ChartModel {
  const { locale, release, timeZone, sources } = context;
  const view = possibleView(figures, context.view);
  const { show } = view;
  const { metric } = figures;
  const years = yearsBetween(Math.max(view.from, figures.from), Math.min(view.to, figures.to));
  const footnotes = collectFootnotes();
  const read = readSeries(figures, { view, locale, footnotes, years });
  const { kind, series, total, tableOnly } = arrange(read, view, metric.additive);
  noteBreaks(metric, [total ?? series[0]], (found) => footnotes.number(breakLabel(found, locale)));

  const shown = [...tableOnly, ...series, ...(total ? [total] : [])];
  const members = shown.filter(({ id }) => id !== read.total.id);
  const isShown = shown.includes(read.total);
  const annotations = annotationsOf(
    figures,
    years,
    show === 'value' && series.includes(read.total),
    locale,
  );
  const hasSample =
    shown.some(({ points }) => points.some(({ sample }) => sample)) ||
    annotations.some(({ sample }) => sample);

  const isEmpty = series.every(({ points }) => points.every(({ value }) => value === null));
  const base = { metric, show, locale, years, members, isEmpty };
  const statement = { ...base, points: read.totalPoints };
  const { title, text, year: said } = chartStatement(statement);
  const notes = notesSentence({ ...base, total: isShown ? read.total : null, said });
  const unit = show === 'share' ? '%' : unitName(metric.units, locale);

  return {
    metric: metric.id,
    locale,
    show,
    kind,
    title,
    subtitle: subtitleOf(
      figures,
      { ...view, by: series.includes(read.total) ? 'total' : 'members' },
      years,
      unit,
      locale,
    ),
    unit,
    years,
    series,
    total,
    tableOnly,
    annotations,
    legend: legendOf(shown, locale),
    sentence: joinSentences([text, notes], locale),
    sourceLine: sourceLine(read.sources, sources, hasSample, locale),
    releaseLine: releaseLine(release, locale, timeZone),
    footnotes: renumberFootnotes(shown, footnotes.texts),
    hasSample,
    empty: isEmpty ? emptyText(statement) : null,
    decimals: show === 'share' ? 1 : metric.decimals,
  };
}

/** A view the answer can show: members only where it has some, a share only of members. */
function possibleView(figures: MetricFigures, view: View): View {
  const hasMembers = figures.series.some(({ member }) => member !== null);
  if (!hasMembers)
    return { ...view, by: 'total', show: view.show === 'share' ? 'value' : view.show };
  return view.show === 'share' ? { ...view, by: 'members' } : view;
}

function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}

type Arrangement = Pick<ChartModel, 'kind' | 'series' | 'total'> & { tableOnly: ChartSeries[] };

/** What is drawn and what only the table shows. A change is drawn of the total: members would cancel out. */
function arrange(read: ReadSeries, { show, type }: View, additive: boolean): Arrangement {
  const { members, total } = read;
  const alone = { series: [total], total: null, tableOnly: members };
  const isDrawn = members.some(({ points }) => points.some(({ value }) => value !== null));
  const several = { series: members, tableOnly: [] };
  if (show === 'share') return { kind: 'stacked', ...several, total: null };
  if (show === 'change') return { kind: 'bars', ...alone };
  if (show === 'cumulative')
    return isDrawn ? { kind: 'line', ...several, total } : { kind: 'line', ...alone };
  const usual = !isDrawn ? 'bars' : additive ? 'stacked' : 'line';
  return { kind: type === 'line' ? type : usual, ...(isDrawn ? { ...several, total } : alone) };
}

/** A break is a footnote of its year, for readers of the table, who see no dashed line. */
function noteBreaks(
  metric: MetricFigures['metric'],
  series: (ChartSeries | undefined)[],
  number: (found: MetricFigures['metric']['breaks'][number]) => number[],
): void {
  for (const found of metric.breaks)
    for (const point of series.flatMap((one) => one?.points ?? []))
      if (point.year === found.year) point.footnotes = [...point.footnotes, ...number(found)];
}

function subtitleOf(
  { metric }: MetricFigures,
  view: View,
  years: readonly number[],
  unit: string,
  locale: Locale,
): string {
  return m.chart_subtitle(
    {
      show: view.show,
      what: countedIn(metric, view.by, locale),
      years: yearRange(years[0] ?? view.from, years.at(-1) ?? view.to, locale),
      unit,
    },
    { locale },
  );
}
