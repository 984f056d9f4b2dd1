import { and, asc, between, eq, exists, sql, type SQL } from 'drizzle-orm';
import { metricCount, party, record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import type { Sample } from '../record.ts';
import { publicAt } from '../window.ts';

export type MetricCount = typeof metricCount.$inferSelect;

/** Which years are counted, both inclusive. */
interface Asked {
  from: number;
  to: number;
  sample: Sample;
}

/** What the register holds of one year and one part; `member` null: of no part. */
export interface Count {
  year: number;
  member: string | null;
  count: number;
  /** Whether a source of what is counted names some "and others". */
  openEnded: boolean;
}

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

/** How metrics count records in release `n`: those that count any, by their ids. */
export const listMetricCounts = (db: Db, n: number): Promise<MetricCount[]> =>
  db.select().from(metricCount).where(publicAt(metricCount, n)).orderBy(asc(metricCount.metric));

const yearOf = ({ landed }: MetricCount) => (landed ? record.landedYear : record.year);

const ofRecord = and(eq(party.record, record.id), eq(party.firstRelease, record.firstRelease));

/** What a metric counts of some years. */
const isOfYears = (how: MetricCount, { from, to, sample }: Asked): SQL | undefined =>
  and(
    // What landed is sought by its year: by its kind all of that kind would be read.
    how.landed ? sql`+${record.kind} = ${how.kind}` : eq(record.kind, how.kind),
    between(yearOf(how), from, to),
    eq(record.counted, true),
    sample === 'exclude' ? eq(record.sample, false) : undefined,
  );

/** The records that a metric counts of some years: where it counts parties, those that have one. */
export const isCounted = (db: Db, how: MetricCount, asked: Asked): SQL | undefined =>
  and(
    isOfYears(how, asked),
    how.role === null
      ? undefined
      : exists(
          db
            .select({ one: sql`1` })
            .from(party)
            .where(and(ofRecord, eq(party.role, how.role))),
        ),
  );

/** How many a metric counts on the register, by year and part: records, or the parties of a role in them. */
export async function countOnRegister(
  db: Db,
  n: number,
  how: MetricCount,
  asked: Asked,
): Promise<Count[]> {
  const { role } = how;
  const year = yearOf(how);
  const counted = and(isOfYears(how, asked), publicAt(record, n));
  const columns = {
    year: sql<number>`${year}`,
    member: record.member,
    count: sql<number>`count(*)`,
    // Of records that are counted themselves it is only their parties that are not all known.
    openEnded: sql`${role === null ? sql`0` : sql`max(${record.openEnded})`}`.mapWith(Boolean),
  };
  const from = db.select(columns).from(record);
  const joined = role === null ? from : from.innerJoin(party, and(ofRecord, eq(party.role, role)));
  return joined.where(counted).groupBy(year, record.member);
}
