import type { MetricFigures, ReleaseRef, Source } from '$schema/answers.ts';
import type { SavedChart } from '$schema/saved-charts.ts';
import { layoutChart } from '$lib/chart/layout.ts';
import { buildChart } from '$lib/chart/model.ts';
import { reword } from '$lib/chart/saved.ts';
import { drawLinks, type LinkOf } from '$lib/chart/svg-links.ts';
import { drawSvg } from '$lib/chart/svg.ts';
import { tableOf } from '$lib/chart/table.ts';
import type { ChartModel, ChartSize, ChartTable, View } from '$lib/chart/types.ts';
import { readView, viewQuery, type ViewBounds } from '$lib/chart/view.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { formatTick } from '$lib/words/numbers.ts';
import { textOf } from '$lib/words/text.ts';
import { address, readReading, type Reading } from './reading.ts';
import { linkToEntries } from './register.ts';

/** What a chart is made from beside its figures. */
export interface Setting {
  params: URLSearchParams;
  /** '' where the page has one chart, else the start of its parameters: `agreements-signed.`. */
  prefix: string;
  locale: Locale;
  release: ReleaseRef;
  sources: Source[];
  timeZone: string;
  /** A view with words of its own, which `params` hold. */
  saved?: SavedChart;
}

/** One chart of a page, ready to be written: the view the address asks for, its model, table and drawings. */
export interface Chart {
  id: string;
  metric: string;
  name: string;
  prefix: string;
  bounds: ViewBounds;
  view: View;
  model: ChartModel;
  table: ChartTable;
  drawings: string[];
  /** Where its values lead: the entries of the register behind them. */
  linkOf: LinkOf;
  /** The short name that staff saved it under: its view is fixed. */
  saved?: string;
}

/** What a chart of these figures can show. */
export const boundsOf = ({
  metric: { breakdown, additive },
  from,
  to,
}: Pick<MetricFigures, 'metric' | 'from' | 'to'>): ViewBounds => ({
  from,
  to,
  hasBreakdown: breakdown !== null,
  additive,
});

export function readChart(figures: MetricFigures, setting: Setting) {
  const bounds = boundsOf(figures);
  const view = readView(setting.params, setting.prefix, bounds);
  const model = buildChart(figures, { ...setting, view });
  const { saved } = setting;
  return { bounds, view, model: saved ? reword(model, saved) : model };
}

export function makeChart(figures: MetricFigures, setting: Setting, sizes: ChartSize[]): Chart {
  const { locale, prefix, saved } = setting;
  const { bounds, view, model } = readChart(figures, setting);
  const metric = figures.metric.id;
  const id = `chart-${metric}`;
  const tick = (value: number) => formatTick(value, locale);
  const linkOf = linkToEntries(figures.metric, model, readReading(setting.params));
  return {
    id,
    metric,
    name: textOf(figures.metric.names, locale),
    prefix,
    bounds,
    view,
    model,
    table: tableOf(model),
    drawings: sizes.map((size) => {
      const layout = layoutChart(model, size, tick);
      const drawing = drawSvg(model, layout, { id: `${metric}-${size[0]}` });
      return drawing + drawLinks(model, layout, linkOf);
    }),
    linkOf,
    ...(saved && { saved: saved.name }),
  };
}

type Viewed = Pick<Chart, 'metric' | 'view' | 'bounds'>;

/** The pairs of the view in an address of its own, which shows no table. */
export const pairsOf = ({ view, bounds }: Viewed) =>
  Object.fromEntries(viewQuery(view, bounds, '').filter(([key]) => key !== 'view'));

/** The page of the metric with the view that is shown, of the same state of the record. */
export const metricAddress = (chart: Viewed, locale: Locale, reading: Reading): string =>
  address(`/${locale}/metrics/${chart.metric}`, pairsOf(chart), reading);

/** The image of a chart's code, which prints; as of release `n`. */
export const codeAddress = (
  chart: Viewed,
  locale: Locale,
  n: number | undefined,
  { sample }: Reading,
): string => address(`/v/of/${chart.metric}`, pairsOf(chart), { lang: locale, release: n, sample });

/** The page with another view of one of its charts, scrolled to that chart where no script runs. */
export function viewAddress(
  params: URLSearchParams,
  view: View,
  { id, bounds, prefix }: Pick<Chart, 'id' | 'bounds' | 'prefix'>,
): string {
  const keys = ['by', 'show', 'type', 'from', 'to', 'view'].map((key) => prefix + key);
  const query = new URLSearchParams([
    ...[...params].filter(([key]) => !keys.includes(key)),
    ...viewQuery(view, bounds, prefix),
  ]);
  return `?${query}#${id}`;
}
