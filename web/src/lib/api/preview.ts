import type { MetricFigures, Overview } from '$schema/answers.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
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
  { release, sample }: Record,
): Preview {
  const { metric, saved, model } = chart;
  const [path, view] =
    saved === undefined ? [`/charts/${metric}.png`, pairsOf(chart)] : [`/c/${saved}.png`, {}];
  return {
    path: address(path, view, {
      lang: locale,
      size: 'preview',
      verify: 'hide',
      release: release.n,
      sample: sample === 'exclude' ? sample : null,
    }),
    alt: model.title,
  };
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
