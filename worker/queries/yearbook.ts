import { isRetired } from '../../schema/vocabulary.ts';
import { MOST_YEARS, type Chapter, type Yearbook } from '../../schema/yearbook.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';
import { yearsBehind } from '../figures/fingerprint.ts';
import { pickHeadline } from '../figures/headline.ts';
import { listYearsWithFigures } from '../figures/years.ts';
import {
  checkYear,
  composeFigures,
  envelope,
  lastShown,
  readRows,
  sourcesOf,
  yearsOf,
  type Sample,
} from './record.ts';
import { listYearsOfRegister } from './register/years.ts';
import type { Reading } from './releases.ts';
import { listSources } from './sources.ts';
import { writeCodeOf } from './verify.ts';

interface Asked {
  from?: number;
  to?: number;
  /** Records that each list of a year names. */
  limit: number;
  sample: Sample;
}

/**
 * Years as chapters of one book: figures, the register and a code for each. The number of statements does not grow
 * with the years.
 *
 * @param secret what codes are made with; undefined: none are
 * @throws AppError 400 when a year is outside the record, or there are more than {@link MOST_YEARS}
 */
export async function readYearbook(
  db: Db,
  reading: Reading,
  asked: Asked,
  secret: string | undefined,
): Promise<Yearbook> {
  const { founded, last } = yearsOf(reading);
  const { sample, limit } = asked;
  checkYear('from', asked.from, founded, last);
  checkYear('to', asked.to, founded, last);
  const found = await readRows(db, reading, { to: last, sample });
  const years = listYearsWithFigures(found.rows);
  const newest = years.at(-1) ?? last;
  const { from, to } = rangeOf(asked, { founded, newest });
  const chapterYears = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const register = await listYearsOfRegister(db, reading.release.n, {
    years: chapterYears,
    sample,
    limit,
  });

  const metrics = found.catalogue.metrics
    .filter((metric) => !isRetired(metric, from))
    .map((metric) => {
      const range = { from: founded, to: lastShown(metric, Math.max(to, newest)) };
      return composeFigures(metric.id, found, reading, { ...range, by: 'members', sample });
    });
  const targets = found.catalogue.targets.filter((one) => sample === 'include' || !one.sample);
  const chapters = chapterYears.map(async (year): Promise<Chapter> => {
    const view = { kind: 'year' as const, year, sample };
    const behind = { years: yearsBehind(view, founded), rows: found.rows, targets };
    return {
      year,
      headlines: metrics
        .filter(({ metric }) => !isRetired(metric, year))
        .map((figures) => ({ metric: figures.metric.id, ...pickHeadline(figures, year) })),
      lists: register.get(year) ?? [],
      code: secret ? await writeCodeOf(behind, reading, secret, view, null) : null,
    };
  });
  const records = [...register.values()].flat().flatMap((list) => list.records);
  const named = [...sourcesOf(metrics), ...records.map(({ source }) => source)];
  const { names, timeZone } = reading.centre;
  return {
    ...envelope(reading, sample),
    centre: { names, timeZone },
    from,
    to,
    years,
    groups: found.catalogue.groups,
    metrics,
    chapters: await Promise.all(chapters),
    sources: await listSources(db, named, reading.release.n),
    hasSample: [...found.rows, ...targets, ...records].some((one) => one.sample),
  };
}

/** The years asked for; by default the newest that make a book. */
function rangeOf(
  asked: Pick<Asked, 'from' | 'to'>,
  { founded, newest }: { founded: number; newest: number },
): { from: number; to: number } {
  const to = asked.to ?? Math.max(asked.from ?? founded, newest);
  const from = asked.from ?? Math.max(founded, to - MOST_YEARS + 1);
  if (to - from < MOST_YEARS) return { from, to };
  const detail = `One book holds at most ${MOST_YEARS} years. Ask for fewer, and for the others again.`;
  throw new AppError(400, 'too_many_years', detail, [
    { field: 'from', message: `Expected ${to - MOST_YEARS + 1} or later` },
  ]);
}
