import type { Dataset, MetricFigures, ReleaseRef } from '../../schema/answers.ts';
import { holdsRegister, type PackageFile } from '../../schema/dataset/tables.ts';
import type { RegisterEntries } from '../../schema/register/whole.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { listYearsWithFigures } from '../figures/years.ts';
import { readCatalogue, type Catalogue } from './catalogue.ts';
import { figuresStatement } from './figures.ts';
import {
  checkYear,
  composeFigures,
  envelope,
  lastShown,
  readFigures,
  sourcesOf,
  yearsOf,
  type Sample,
} from './record.ts';
import { holdsSample as holdsSampleEntry, readEntries } from './register/whole.ts';
import { listReleasesUpTo, type Reading } from './releases.ts';
import { listSources } from './sources.ts';

/** The most figures of one answer, those not reported included: what an isolate can hold and write in one go. */
const MOST_FIGURES = 10_000;

export interface DatasetAsked {
  from?: number;
  to?: number;
  by: 'total' | 'members';
  sample: Sample;
}

/**
 * Every metric's figures over a range of years: by default from the founding to the newest year of the record.
 * @throws AppError 400 when a year is outside the record, or the range holds more than {@link MOST_FIGURES}
 */
export async function readDataset(db: Db, reading: Reading, asked: DatasetAsked): Promise<Dataset> {
  const { founded, last } = yearsOf(reading);
  checkYear('from', asked.from, founded, last);
  checkYear('to', asked.to, founded, last);
  const { n } = reading.release;
  const catalogue = await readCatalogue(db, n);
  // What is derived looks back to the founding, so the whole range is read.
  const range = { from: founded, to: asked.to ?? last };
  refuseTooMany(catalogue, range);

  const rows = await figuresStatement(db, { n, ...range, sample: asked.sample });
  const newest = asked.to ?? listYearsWithFigures(rows).at(-1) ?? last;
  const figures = catalogue.metrics.flatMap((metric) => {
    const to = lastShown(metric, newest);
    if (asked.from !== undefined && asked.from > to) return [];
    const from = Math.min(asked.from ?? founded, to);
    return [composeFigures(metric.id, { catalogue, rows }, reading, { ...asked, from, to })];
  });
  const { names, timeZone } = reading.centre;
  return {
    ...envelope(reading, asked.sample),
    centre: { names, timeZone },
    groups: catalogue.groups,
    figures,
    sources: await listSources(db, sourcesOf(figures), n),
    hasSample: holdsSample(figures),
  };
}

/** One metric's figures with what files say around them. Null when the release has no such metric. */
export async function readMetricDataset(
  db: Db,
  reading: Reading,
  id: string,
  asked: DatasetAsked,
): Promise<Dataset | null> {
  const found = await readFigures(db, reading, id, asked);
  if (!found) return null;
  const { figures, ...rest } = found;
  const { names, timeZone } = reading.centre;
  return {
    ...rest,
    centre: { names, timeZone },
    groups: [],
    figures: [figures],
    hasSample: holdsSample([figures]),
  };
}

const holdsSample = (figures: MetricFigures[]): boolean =>
  figures.some(
    ({ series, targets }) =>
      targets.some((target) => target.sample) ||
      series.some(({ points }) => points.some((point) => point.sample)),
  );

/** A total, its parts, and what is not broken down, in each year. */
function refuseTooMany({ metrics }: Catalogue, { from, to }: { from: number; to: number }): void {
  const series = metrics.flatMap(({ breakdown }) => (breakdown ? breakdown.members.length + 2 : 1));
  const most = Math.floor(
    MOST_FIGURES /
      Math.max(
        1,
        series.reduce((sum, n) => sum + n, 0),
      ),
  );
  if (to - from < most) return;
  throw new AppError(400, 'invalid_request', 'The whole record is too large for one file.', [
    {
      field: 'to',
      message: `Expected a year before ${from + most}; each metric by itself is at /api/v1/metrics/:id/figures`,
    },
  ]);
}

/**
 * The whole record as of a release: what a data package holds. A file that nothing of the register stands in is to be had
 * without it, however large that is.
 * @param asked.file the one that is asked for; all where it is left out
 * @throws AppError 400 when there are too many figures or records for one file
 */
export async function readPackage(
  db: Db,
  reading: Reading,
  { sample, file }: { sample: Sample; file?: PackageFile | undefined },
): Promise<Dataset & { releases: ReleaseRef[]; register: RegisterEntries }> {
  const { n } = reading.release;
  const nothing: RegisterEntries = { records: [], organisations: [], counts: [] };
  const [dataset, releases, register] = await Promise.all([
    readDataset(db, reading, { by: 'members', sample }),
    listReleasesUpTo(db, n),
    file === undefined || holdsRegister(file) ? readEntries(db, n, sample) : nothing,
  ]);
  const named = [
    ...dataset.sources.map(({ id }) => id),
    ...register.records.map(({ source }) => source),
  ];
  return {
    ...dataset,
    sources: await listSources(db, named, n),
    hasSample: dataset.hasSample || holdsSampleEntry(register),
    releases,
    register,
  };
}
