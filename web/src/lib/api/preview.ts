import type { Metric, MetricFigures, Overview } from '$schema/answers.ts';
import type { RecordKind } from '$schema/register/words.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { textOf } from '$lib/words/text.ts';
import { pairsOf, readChart, type Chart } from './charts.ts';
import { sectionsOf } from './overview.ts';
import { address } from './reading.ts';

/** The image that stands for a page where somebody passes its address on. */
export interface Preview {
  /** Below the origin. */
  path: string;
  /** What it says, in words. */
  alt: string;
}

type Record = Pick<Overview, 'release' | 'sample'>;

/** A chart as the page shows it, of the release it is read from: a later one is another image. */
export function previewOf(
  chart: Pick<Chart, 'metric' | 'view' | 'bounds' | 'model' | 'saved'>,
  locale: Locale,
  record: Record,
): Preview {
  const { metric, saved, model } = chart;
  const look = lookOf(locale, record);
  const path =
    saved === undefined
      ? address(`/charts/${metric}.png`, pairsOf(chart), look)
      : address(`/c/${saved}.png`, look);
  return { path, alt: model.title };
}

const lookOf = (locale: Locale, { release, sample }: Record) => ({
  lang: locale,
  size: 'preview',
  verify: 'hide',
  release: release.n,
  sample: sample === 'exclude' ? sample : null,
});

/** The usual chart of a metric, for a page that is about it and does not draw it. */
export const metricPreview = (
  { id, names }: Pick<Metric, 'id' | 'names'>,
  locale: Locale,
  record: Record,
): Preview => ({
  path: address(`/charts/${id}.png`, lookOf(locale, record)),
  alt: textOf(names, locale),
});

/** The usual chart of the metric that counts records of a kind, or else the first that counts any. Null: none does. */
export function registerPreview(
  metrics: readonly Metric[],
  kind: RecordKind | undefined,
  locale: Locale,
  record: Record,
): Preview | null {
  const counting = metrics.filter(({ records }) => records !== undefined);
  const metric = counting.find(({ records }) => records === kind) ?? counting[0];
  return metric ? metricPreview(metric, locale, record) : null;
}

/** How much there is to see of a metric up to a year: how many different values it has, and whether one is of that year. */
function weigh({ series }: MetricFigures, to: number) {
  const points = series.flatMap((one) => one.points);
  const given = points.filter(({ year, value }) => year <= to && value !== null);
  const different = (some: typeof given) => new Set(some.map(({ value }) => value)).size;
  return {
    facts: different(given.filter(({ sample }) => !sample)),
    values: different(given),
    current: given.some(({ year }) => year === to),
  };
}

/**
 * The chart of an overview that there is most to see in, up to its year: of the metrics that the dashboard draws,
 * where possible one with a figure of that year; facts count before sample figures. Null: none has any.
 */
export function tellingPreview(
  overview: Overview,
  locale: Locale,
  upTo: 'its year' | 'the last year' = 'the last year',
): Preview | null {
  const { year, release, sources, centre } = overview;
  const weighed = sectionsOf(overview)
    .flatMap(({ charted }) => charted)
    .map(({ figures }) => ({ figures, ...weigh(figures, year) }))
    .filter(({ values }) => values > 0);
  const current = weighed.filter((one) => one.current);
  const [first] = (current.length ? current : weighed).toSorted(
    (a, b) => b.facts - a.facts || b.values - a.values,
  );
  if (!first) return null;
  const { figures } = first;
  const params = new URLSearchParams(upTo === 'its year' ? { to: String(year) } : {});
  const { timeZone } = centre;
  const chart = readChart(figures, { params, prefix: '', locale, release, sources, timeZone });
  return previewOf({ metric: figures.metric.id, ...chart }, locale, overview);
}
