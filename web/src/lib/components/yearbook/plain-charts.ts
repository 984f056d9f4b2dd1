import type { Entry } from '$lib/api/overview.ts';
import { makeChart, type Chart } from '$lib/api/charts.ts';
import { address, type Reading } from '$lib/api/reading.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import type { Yearbook } from '$schema/yearbook.ts';

interface Setting {
  /** First and last year that are drawn. One alone is no series: tables say it. */
  range: { from: number; to: number };
  reading: Reading;
  locale: Locale;
  answer: Pick<Yearbook, 'release' | 'sources' | 'centre'>;
}

/** The usual charts of metrics over some years; of those that have no figure in them there is nothing to draw. */
export function plainCharts(
  entries: readonly Pick<Entry, 'figures'>[],
  { range, reading, locale, answer: { release, sources, centre } }: Setting,
): Chart[] {
  const { from, to } = range;
  if (from === to) return [];
  const params = new URLSearchParams(address('', reading, range));
  const setting = { params, prefix: '', locale, release, sources, timeZone: centre.timeZone };
  const isDrawn = ({ figures }: Pick<Entry, 'figures'>) =>
    figures.series.some(({ points }) =>
      points.some(({ year, value }) => value !== null && year >= from && year <= to),
    );
  return entries
    .filter(isDrawn)
    .map(({ figures }) => makeChart(figures, setting, ['narrow', 'wide']));
}
