import { and, eq, isNull, notInArray, or, type SQL } from 'drizzle-orm';
import type { MetricFigures, Point } from '../../../schema/answers.ts';
import type { Comparison } from '../../../schema/register/answers.ts';
import { record } from '../../../schema/tables.ts';
import { isRetired, NOT_BROKEN_DOWN } from '../../../schema/vocabulary.ts';
import type { Db } from '../../db.ts';
import { compareWithRegister } from '../../figures/evidence.ts';
import { readFigures, yearsOf, type Sample } from '../record.ts';
import type { Reading } from '../releases.ts';
import { listSourcesOf } from '../sources.ts';
import { jsonList } from '../window.ts';
import { countOnRegister, findMetricCount, isCounted, type Count } from './counts.ts';
import { listRecords, type Page } from './records.ts';

/** The parts that have a figure of a year: what is counted in no other part is not broken down. */
const partsWithFigure = ({ series }: MetricFigures, year: number): string[] =>
  series.flatMap(({ member, points }) =>
    member !== null &&
    member !== NOT_BROKEN_DOWN &&
    points.some((point) => point.year === year && point.value !== null)
      ? [member]
      : [],
  );

/** A figure beside what the register holds of the same. `figures` null: the metric has none of that year. */
export function compare(
  figures: MetricFigures | null,
  counts: readonly Count[],
  { year, member }: { year: number; member: string | null },
): Comparison {
  const point = figures?.series
    .find((one) => one.member === member)
    ?.points.find((one) => one.year === year);
  const given = figures ? partsWithFigure(figures, year) : [];
  const isMeant = (part: string | null) =>
    member === NOT_BROKEN_DOWN
      ? part === null || !given.includes(part)
      : member === null || part === member;
  const own = counts.filter((one) => one.year === year && isMeant(one.member));
  const counted = own.reduce((sum, { count }) => sum + count, 0);
  return {
    year,
    member,
    figure: point ? toFigure(point) : null,
    counted,
    openEnded: own.some(({ openEnded }) => openEnded),
    partsMissing:
      point?.basis === 'summed' &&
      given.length <
        (figures?.metric.breakdown?.members ?? []).filter((part) => !isRetired(part, year)).length,
    ...compareWithRegister(point ?? null, counted),
  };
}

const toFigure = ({ value, qualifier, status, sample, yearToDate }: Point) => ({
  value,
  qualifier,
  status,
  sample,
  yearToDate,
});

/** The records of one part. */
function isOfPart(
  figures: MetricFigures | null,
  { year, member }: { year: number; member?: string | undefined },
): SQL | undefined {
  if (member === undefined) return undefined;
  if (member !== NOT_BROKEN_DOWN) return eq(record.member, member);
  const given = figures ? partsWithFigure(figures, year) : [];
  return or(isNull(record.member), notInArray(record.member, jsonList(given)));
}

/**
 * The records behind one figure, the figure as published, and how many of what it counts they hold. Null where the
 * metric counts no records.
 * @throws AppError 400 when the year is outside the record
 */
export async function readEvidence(
  db: Db,
  reading: Reading,
  metric: string,
  asked: { year: number; member?: string | undefined; sample: Sample } & Page,
) {
  const { n } = reading.release;
  const { year, sample, limit, after } = asked;
  const member = asked.member ?? null;
  const how = await findMetricCount(db, n, metric);
  if (!how) return null;
  const years = { from: year, to: year, sample };
  const [answer, counts] = await Promise.all([
    readFigures(db, reading, metric, { ...years, by: 'members' }),
    countOnRegister(db, n, how, years),
  ]);
  const figures = answer?.figures ?? null;
  const condition = and(isCounted(db, how, years), isOfPart(figures, asked));
  const page = await listRecords(db, n, condition, { limit, after });
  return {
    metric,
    ...compare(figures, counts, { year, member }),
    ...page,
    sources: await listSourcesOf(db, page.records, n),
  };
}

/**
 * Every figure of a metric beside what the register holds of it, by year: the total, then its parts. Reads all that is
 * counted once. Null where the metric counts no records.
 */
export async function readComparisons(
  db: Db,
  reading: Reading,
  metric: string,
  sample: Sample,
): Promise<Comparison[] | null> {
  const { n } = reading.release;
  const { founded: from, last: to } = yearsOf(reading);
  const how = await findMetricCount(db, n, metric);
  if (!how) return null;
  const [answer, counts] = await Promise.all([
    readFigures(db, reading, metric, { from, to, by: 'members', sample }),
    countOnRegister(db, n, how, { from, to, sample }),
  ]);
  const figures = answer?.figures ?? null;
  const parts = figures?.series.map(({ member }) => member) ?? [null];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap((year) =>
    parts.map((member) => compare(figures, counts, { year, member })),
  );
}
