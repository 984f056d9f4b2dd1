import { and, eq, exists, sql, type SQL } from 'drizzle-orm';
import { metricCount, party, record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import { readFigures, type Sample } from '../record.ts';
import type { Reading } from '../releases.ts';
import { listSourcesOf } from '../sources.ts';
import { publicAt } from '../window.ts';
import { listRecords, type Page } from './records.ts';

export type MetricCount = typeof metricCount.$inferSelect;

/** How a metric counts records in release `n`; null: it counts none. */
async function findMetricCount(db: Db, n: number, metric: string): Promise<MetricCount | null> {
  const [row] = await db
    .select()
    .from(metricCount)
    .where(and(eq(metricCount.metric, metric), publicAt(metricCount, n)));
  return row ?? null;
}

/** What a metric counts of one year, and of one member where one is named. */
function isCounted(
  { kind, landed, role }: MetricCount,
  asked: { year: number; member?: string | undefined; sample: Sample },
  db: Db,
): SQL | undefined {
  const { year, member, sample } = asked;
  return and(
    eq(record.kind, kind),
    eq(landed ? record.landedYear : record.year, year),
    eq(record.counted, true),
    member === undefined ? undefined : eq(record.member, member),
    sample === 'exclude' ? eq(record.sample, false) : undefined,
    role === null
      ? undefined
      : exists(
          db
            .select({ one: sql`1` })
            .from(party)
            .where(
              and(
                eq(party.record, record.id),
                eq(party.firstRelease, record.firstRelease),
                eq(party.role, role),
              ),
            ),
        ),
  );
}

/** How many a metric counts on the register: records, or the parties of a role in them. */
async function countOnRegister(
  db: Db,
  n: number,
  how: MetricCount,
  asked: { year: number; member?: string | undefined; sample: Sample },
): Promise<number> {
  const counted = and(isCounted(how, asked, db), publicAt(record, n));
  const { role } = how;
  if (role === null) return db.$count(record, counted);
  const [row] = await db
    .select({ count: sql<number>`count(*)` })
    .from(record)
    .innerJoin(
      party,
      and(
        eq(party.record, record.id),
        eq(party.firstRelease, record.firstRelease),
        eq(party.role, role),
      ),
    )
    .where(counted);
  return row!.count;
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
  const { year, member, sample, limit, after } = asked;
  const how = await findMetricCount(db, n, metric);
  if (!how) return null;
  const range = { from: year, to: year, by: 'members', sample } as const;
  const [answer, counted, page] = await Promise.all([
    readFigures(db, reading, metric, range),
    countOnRegister(db, n, how, asked),
    listRecords(db, n, isCounted(how, asked, db), { limit, after }),
  ]);
  const series = answer?.figures.series.find((one) => one.member === (member ?? null));
  const point = series?.points.at(-1);
  return {
    metric,
    year,
    member: member ?? null,
    figure: point ? { value: point.value, qualifier: point.qualifier, sample: point.sample } : null,
    counted,
    ...page,
    sources: await listSourcesOf(db, page.records, n),
  };
}
