import { isRetired } from '../../schema/vocabulary.ts';
import type { Metric, MetricFigures, Overview } from '../../schema/answers.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { pickHeadline } from '../figures/headline.ts';
import type { FigureRow } from '../figures/rows.ts';
import { metricFigures } from '../figures/series.ts';
import { yearToDate } from '../figures/year-to-date.ts';
import { listYearsWithFigures } from '../figures/years.ts';
import { catalogueStatements, composeCatalogue, type Catalogue } from './catalogue.ts';
import { figuresStatement } from './figures.ts';
import { localYear, type Reading } from './releases.ts';
import { listSources } from './sources.ts';

export type Sample = 'include' | 'exclude';

/** The years a release can hold figures of: from the founding to the year of its publication. */
export const yearsOf = ({ release, centre }: Reading) => ({
  founded: centre.foundedYear,
  last: localYear(new Date(release.publishedAt), centre.timeZone),
});

/** The catalogue and the figures of some or all metrics, in one round trip. */
export async function readRows(
  db: Db,
  reading: Reading,
  asked: { metrics?: string[]; to: number; sample: Sample },
): Promise<{ catalogue: Catalogue; rows: FigureRow[] }> {
  const { n } = reading.release;
  const statement = figuresStatement(db, { ...asked, n, from: reading.centre.foundedYear });
  const [rows, ...catalogue] = await db.batch([statement, ...catalogueStatements(db, n)]);
  return { catalogue: composeCatalogue(catalogue), rows };
}

/** What every answer that reads the record starts with. */
export const envelope = (reading: Reading, sample: Sample) => ({
  release: reading.release,
  sample,
  founded: reading.centre.foundedYear,
});

/** One metric's figures, from the rows of any. */
export function composeFigures(
  id: string,
  { catalogue, rows }: { catalogue: Catalogue; rows: FigureRow[] },
  reading: Reading,
  asked: { from: number; to: number; by: 'total' | 'members'; sample: Sample },
): MetricFigures {
  const { founded, last } = yearsOf(reading);
  return metricFigures({
    metric: catalogue.metrics.find((metric) => metric.id === id)!,
    rows: rows.filter((row) => row.metric === id),
    founded,
    from: asked.from,
    to: asked.to,
    by: asked.by,
    targets: catalogue.targets
      .filter((target) => target.metric === id && !(asked.sample === 'exclude' && target.sample))
      .map(({ year, value, sample, source }) => ({ year, value, sample, source })),
    yearToDate: (year) => yearToDate(year, last, catalogue.closedYears),
  });
}

/** Where the series of a metric ends that could go on to a year: a retired one has no gaps after its last. */
export const lastShown = ({ lastYear }: Pick<Metric, 'lastYear'>, to: number): number =>
  lastYear === null ? to : Math.min(lastYear, to);

/** @throws AppError 400 when a year is outside the record */
export function checkYear(field: string, year: number | undefined, from: number, to: number): void {
  if (year === undefined || (year >= from && year <= to)) return;
  throw new AppError(400, 'invalid_request', 'The year is outside this record.', [
    { field, message: `Expected a year from ${from} to ${to}` },
  ]);
}

/** Ids of the sources that figures and targets rest on. */
export const sourcesOf = (figures: MetricFigures[]): string[] =>
  figures.flatMap(({ series, targets }) => [
    ...series.flatMap(({ points }) => points.flatMap((point) => point.sources)),
    ...targets.map((target) => target.source),
  ]);

/**
 * Every metric that is counted in one year, with its series since the founding.
 * @throws AppError 400 when the year is outside the record
 */
export async function readOverview(
  db: Db,
  reading: Reading,
  asked: { year?: number; by: 'total' | 'members'; sample: Sample },
): Promise<Overview> {
  const { founded, last } = yearsOf(reading);
  checkYear('year', asked.year, founded, last);
  const found = await readRows(db, reading, { to: last, sample: asked.sample });
  const years = listYearsWithFigures(found.rows);
  const newest = years.at(-1) ?? last;
  const year = asked.year ?? newest;
  const counted = found.catalogue.metrics.filter((metric) => !isRetired(metric, year));
  const metrics = counted.map((metric) => {
    const to = lastShown(metric, Math.max(year, newest));
    const figures = composeFigures(metric.id, found, reading, { ...asked, from: founded, to });
    return { headline: pickHeadline(figures, year), figures };
  });
  const figures = metrics.map((entry) => entry.figures);
  return {
    ...envelope(reading, asked.sample),
    centre: { names: reading.centre.names, timeZone: reading.centre.timeZone },
    year,
    years,
    groups: found.catalogue.groups,
    metrics,
    sources: await listSources(db, sourcesOf(figures), reading.release.n),
    hasSample:
      found.rows.some((row) => row.sample) ||
      figures.some(({ targets }) => targets.some((target) => target.sample)),
  };
}

/**
 * One metric's figures over a range of years: by default from the founding to the newest year of the record, of a
 * retired metric to its last.
 * Null when the metric is not in the catalogue of that release.
 * @throws AppError 400 when a year is outside the record
 */
export async function readFigures(
  db: Db,
  reading: Reading,
  id: string,
  asked: { from?: number; to?: number; by: 'total' | 'members'; sample: Sample },
) {
  const { founded, last } = yearsOf(reading);
  checkYear('from', asked.from, founded, last);
  checkYear('to', asked.to, founded, last);
  const found = await readRows(db, reading, {
    to: asked.to ?? last,
    sample: asked.sample,
    // The newest year of the record is that of any metric: only a named range needs one metric alone.
    metrics: asked.to === undefined ? undefined : [id],
  });
  const metric = found.catalogue.metrics.find((one) => one.id === id);
  if (!metric) return null;
  const newest = listYearsWithFigures(found.rows).at(-1) ?? last;
  const to = asked.to ?? lastShown(metric, newest);
  const from = Math.min(asked.from ?? founded, to);
  const figures = composeFigures(id, found, reading, { ...asked, from, to });
  return {
    ...envelope(reading, asked.sample),
    figures,
    sources: await listSources(db, sourcesOf([figures]), reading.release.n),
  };
}

/** One metric with its definition, the years that have figures, and all its sources. Null when there is none. */
export async function readMetric(db: Db, reading: Reading, id: string, sample: Sample) {
  const answer = await readFigures(db, reading, id, { by: 'members', sample });
  if (!answer) return null;
  const { figures, ...rest } = answer;
  const reported = figures.series.flatMap(({ points }) =>
    points.filter((point) => point.value !== null),
  );
  const years = [...new Set(reported.map((point) => point.year))].sort((a, b) => a - b);
  return { ...rest, metric: figures.metric, years };
}
