import * as m from '$lib/paraglide/messages.js';
import { markName } from '$lib/words/marks.ts';
import { textOf } from '$lib/words/text.ts';
import type { ChartModel, Mark } from '../types.ts';
import { allSeries, type ChartFile } from './chart-file.ts';
import { observationsOf, type Observation } from './observations.ts';

/** What stands for "normal value", as in SDMX. */
const NORMAL = 'A';

/** The marks of a number as one code: `A`, `at_least`, `E+sample`, `missing:lower_bound`. */
export function statusOf(one: Observation): string {
  if (one.whyMissing !== null) return `missing:${one.whyMissing}`;
  const codes = [
    ...(one.qualifier === null || one.qualifier === 'exact' ? [] : [one.qualifier]),
    ...(one.status === 'P' || one.status === 'E' ? [one.status] : []),
    ...(one.sample ? ['sample'] : []),
    ...(one.yearToDate ? ['year_to_date'] : []),
  ];
  return codes.join('+') || NORMAL;
}

function statusLabel(code: string, one: Observation, locale: ChartModel['locale']): string {
  if (one.missingText !== null) return one.missingText;
  if (code === NORMAL) return m.chart_file_normal({}, { locale });
  const name = (part: string) =>
    part === 'at_most' ? m.chart_file_at_most({}, { locale }) : markName(part as Mark, locale);
  return code
    .split('+')
    .map(name)
    .reduce((first, second) => m.word_comma({ first, second }, { locale }));
}

/**
 * The numbers of a chart as a JSON-stat 2.0 dataset (https://json-stat.org/full/): metric × series × year, with a
 * status for each cell, whose labels are in `extension`.
 */
export function writeJsonStat({ model, metric, centre, release }: ChartFile): string {
  const { locale } = model;
  const series = allSeries(model);
  const observations = observationsOf(model);
  const status = observations.map(statusOf);
  const category = (entries: [id: string, label: string][]) => ({
    index: entries.map(([id]) => id),
    label: Object.fromEntries(entries),
  });
  return JSON.stringify({
    version: '2.0',
    class: 'dataset',
    label: model.subtitle,
    source: model.sourceLine,
    updated: release.publishedAt,
    id: ['metric', 'series', 'year'],
    size: [1, series.length, model.years.length],
    role: { time: ['year'], metric: ['metric'] },
    dimension: {
      metric: {
        label: m.chart_file_metric({}, { locale }),
        category: {
          ...category([[metric.id, textOf(metric.names, locale)]]),
          unit: { [metric.id]: { label: model.unit, decimals: model.decimals } },
        },
      },
      series: {
        label: textOf(metric.breakdown?.names, locale) || m.chart_file_series({}, { locale }),
        category: category(series.map(({ id, name }) => [id, name])),
      },
      year: {
        label: m.chart_file_year({}, { locale }),
        category: category(model.years.map((year) => [String(year), String(year)])),
      },
    },
    value: observations.map(({ value }) => value),
    status,
    note: [model.sentence, ...model.footnotes],
    extension: {
      status: {
        label: Object.fromEntries(
          observations.map((one, i) => [status[i]!, statusLabel(status[i]!, one, locale)]),
        ),
      },
      show: model.show,
      title: model.title,
      centre: textOf(centre.names, locale),
      release: { n: release.n, label: model.releaseLine },
      sample: model.hasSample,
    },
  });
}
