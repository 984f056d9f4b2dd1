import { textOf } from '$lib/words/text.ts';
import { allSeries, type ChartFile } from './chart-file.ts';
import { observationsOf } from './observations.ts';

/** The numbers of a chart with all that is said of them, for programs that draw or quote it themselves. */
export function writeJson({ model, view, centre, release, verification }: ChartFile): string {
  const observations = observationsOf(model);
  const { show, from, to } = view;
  return JSON.stringify({
    metric: model.metric,
    language: model.locale,
    view: {
      by: model.series.some(({ id }) => id === 'total') ? 'total' : 'members',
      show,
      type: model.kind,
      from,
      to,
    },
    title: model.title,
    subtitle: model.subtitle,
    sentence: model.sentence,
    note: model.note ?? null,
    unit: model.unit,
    decimals: model.decimals,
    years: model.years,
    series: allSeries(model).map(({ id, name }) => ({
      id,
      name,
      points: observations
        .filter(({ series }) => series === id)
        .map(({ series: _, name: _name, missingText, whyMissing, ...point }) => ({
          ...point,
          whyMissing: whyMissing === null ? null : { code: whyMissing, text: missingText },
        })),
    })),
    annotations: model.annotations,
    marks: model.legend,
    source: model.sourceLine,
    hasSample: model.hasSample,
    release: { n: release.n, publishedAt: release.publishedAt, text: model.releaseLine },
    centre: textOf(centre.names, model.locale),
    verification,
  });
}
