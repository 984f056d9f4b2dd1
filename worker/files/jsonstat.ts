import type { Dataset, MetricFigures } from '../../schema/answers.ts';
import { inLanguage, type FileLanguage } from '../../schema/dataset/languages.ts';
import { jsonStatDataset, statusCode } from '../../schema/files/jsonstat.ts';
import { listEntries, nameMember, type Entry } from './entries.ts';
import { unitsOf } from './rows.ts';
import { sayAround } from './said.ts';
import { words } from './words.ts';

/** The marks of a figure as one code; O where a source says that it is missing. */
const statusOf = ({ point, whyMissing }: Entry): string =>
  point.status === 'O' ? 'O' : statusCode({ ...point, whyMissing });

/** A code of {@link statusOf} in words. */
export function statusLabel(code: string, language: FileLanguage): string {
  const part = (key: string) =>
    words[(key === 'sample' ? 'sample_mark' : key) as keyof typeof words][language];
  return code
    .replace(/^missing:/, '')
    .split('+')
    .map(part)
    .join(words.comma[language]);
}

function writeMetric(dataset: Dataset, figures: MetricFigures, language: FileLanguage) {
  const { metric, series } = figures;
  const around = sayAround(dataset, language);
  const entries = listEntries({ figures: [figures] });
  const status = entries.map(statusOf);
  const resting = new Set(entries.flatMap(({ point }) => point.sources));
  const sources = dataset.sources.filter(({ id }) => resting.has(id));
  const unit = inLanguage(unitsOf(metric.units), language);
  const notes = new Set(entries.map(({ point }) => inLanguage(point.note, language)));
  const sample = entries.some(({ point }) => point.sample);
  return jsonStatDataset({
    label: inLanguage(metric.names, language),
    source: sources.map(({ titles }) => inLanguage(titles, language)).join(around.say('and')),
    updated: dataset.release.publishedAt,
    metric: {
      label: around.say('metric'),
      id: metric.id,
      name: inLanguage(metric.names, language),
      unit,
      decimals: metric.decimals,
    },
    series: {
      label: inLanguage(metric.breakdown?.names, language) || around.say('part'),
      categories: series.map(({ member }) => {
        const id = member ?? 'total';
        return [id, inLanguage(nameMember(metric, id), language)];
      }),
    },
    year: {
      label: around.say('year'),
      years: series[0]!.points.map(({ year }) => year),
    },
    value: entries.map(({ point }) => point.value),
    status,
    note: [
      inLanguage(metric.definitions, language),
      words.neverZero[language],
      ...(sample ? [around.sample] : []),
      ...[...notes].filter((note) => note !== ''),
    ],
    extension: {
      status: {
        label: Object.fromEntries(status.map((code) => [code, statusLabel(code, language)])),
      },
      language,
      centre: around.centre,
      release: { n: dataset.release.n, label: around.release },
      sample,
      sources: sources.map(({ id, kind, titles, publisher, publishedOn, url }) => ({
        id,
        kind,
        title: inLanguage(titles, language),
        publisher: inLanguage(publisher, language) || null,
        publishedOn,
        url,
      })),
    },
  });
}

/** One metric as a JSON-stat 2.0 dataset: metric × part × year. */
export const writeMetricJsonStat = (dataset: Dataset, language: FileLanguage): string =>
  JSON.stringify(writeMetric(dataset, dataset.figures[0]!, language));

/** Every metric as a JSON-stat 2.0 collection, with a dataset for each: they are broken down in different ways. */
export function writeJsonStat(dataset: Dataset, language: FileLanguage): string {
  const around = sayAround(dataset, language);
  return JSON.stringify({
    version: '2.0',
    class: 'collection',
    label: around.title,
    updated: dataset.release.publishedAt,
    link: { item: dataset.figures.map((figures) => writeMetric(dataset, figures, language)) },
    extension: {
      language,
      release: { n: dataset.release.n, label: around.release },
      sample: dataset.hasSample,
    },
  });
}
