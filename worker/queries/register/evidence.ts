import { and, eq, exists, sql, type SQL } from 'drizzle-orm';
import { metricCount, party, record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import type { Sample } from '../record.ts';
import { publicAt } from '../window.ts';

export type MetricCount = typeof metricCount.$inferSelect;

/** How a metric counts records in release `n`; null: it counts none. */
export async function findMetricCount(
  db: Db,
  n: number,
  metric: string,
): Promise<MetricCount | null> {
  const [row] = await db
    .select()
    .from(metricCount)
    .where(and(eq(metricCount.metric, metric), publicAt(metricCount, n)));
  return row ?? null;
}

/** What a metric counts of one year, and of one member where one is named. */
export function isCounted(
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
export async function countOnRegister(
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
