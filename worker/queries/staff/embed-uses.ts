import { and, desc, eq, gt, max, sql, sum } from 'drizzle-orm';
import { embedUse } from '../../../schema/staff/chart-tables.ts';
import { KEPT_DAYS } from '../../../schema/staff/embed-days.ts';
import type { EmbedsAnswer, EmbedUse } from '../../../schema/staff/embeds.ts';
import type { StaffDb } from './open.ts';
import { readSettings } from './people.ts';
import { readWorkingCatalogue } from './working-catalogue.ts';

const DAY = 86_400_000;

/** The most rows that are listed. */
const MOST = 500;

/** The day so many days before, ISO 8601, UTC: what is later belongs to the last `days` days. */
const dayBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * DAY).toISOString().slice(0, 10);

/**
 * How often charts were shown in the pages of other sites, by chart and host, the most used first.
 * Reads each count of a year, of one chart where `chart` (a metric's id, or `c/NAME`) is given.
 */
export async function listEmbedUses(
  db: StaffDb,
  { chart, now = new Date() }: { chart?: string | undefined; now?: Date } = {},
): Promise<EmbedUse[]> {
  const since = (days: number) =>
    sql<number>`sum(iif(${embedUse.day} > ${dayBefore(now, days)}, ${embedUse.count}, 0))`;
  const inAll = sum(embedUse.count).mapWith(Number);
  return db
    .select({
      chart: embedUse.chart,
      host: embedUse.host,
      days7: since(7),
      days30: since(30),
      days365: inAll,
      lastDay: sql<string>`${max(embedUse.day)}`,
    })
    .from(embedUse)
    .where(
      and(
        gt(embedUse.day, dayBefore(now, KEPT_DAYS)),
        chart === undefined ? undefined : eq(embedUse.chart, chart),
      ),
    )
    .groupBy(embedUse.chart, embedUse.host)
    .orderBy(desc(inAll), embedUse.chart, embedUse.host)
    .limit(MOST);
}

/** The uses of charts, of one where `chart` is given, and how the metrics among them are called now. */
export async function readEmbeds(db: StaffDb, chart?: string): Promise<EmbedsAnswer> {
  const [uses, { countEmbeds }, { metrics }] = await Promise.all([
    listEmbedUses(db, { chart }),
    readSettings(db),
    readWorkingCatalogue(db),
  ]);
  const used = new Set(uses.map((use) => use.chart));
  return {
    counting: countEmbeds,
    uses,
    metrics: metrics.filter(({ id }) => used.has(id)).map(({ id, names }) => ({ id, names })),
  };
}
