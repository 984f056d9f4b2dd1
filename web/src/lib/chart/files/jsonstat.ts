import * as m from '$lib/paraglide/messages.js';
import { markName } from '$lib/words/marks.ts';
import { jsonStatDataset, NORMAL, statusCode } from '$schema/files/jsonstat.ts';
import { textOf } from '$lib/words/text.ts';
import type { ChartModel, Mark } from '../types.ts';
import { allSeries, type ChartFile } from './chart-file.ts';
import { observationsOf, type Observation } from './observations.ts';

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

/** The numbers of a chart as a JSON-stat 2.0 dataset, whose labels of statuses are in `extension`. */
export function writeJsonStat({ model, metric, centre, release, verification }: ChartFile): string {
  const { locale } = model;
  const observations = observationsOf(model);
  const status = observations.map(statusCode);
  const cube = jsonStatDataset({
    label: model.subtitle,
    source: model.sourceLine,
    updated: release.publishedAt,
    metric: {
      label: m.chart_file_metric({}, { locale }),
      id: metric.id,
      name: textOf(metric.names, locale),
      unit: model.unit,
      decimals: model.decimals,
    },
    series: {
      label: textOf(metric.breakdown?.names, locale) || m.chart_file_series({}, { locale }),
      categories: allSeries(model).map(({ id, name }) => [id, name]),
    },
    year: { label: m.chart_file_year({}, { locale }), years: model.years },
    value: observations.map(({ value }) => value),
    status,
    note: [model.sentence, ...(model.note ? [model.note] : []), ...model.footnotes],
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
      ...(verification && { verification }),
    },
  });
  return JSON.stringify(cube);
}
