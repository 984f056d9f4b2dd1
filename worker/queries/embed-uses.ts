import { lte, sql } from 'drizzle-orm';
import { embedUse } from '../../schema/staff/chart-tables.ts';
import { KEPT_DAYS } from '../../schema/staff/embed-days.ts';
import type { Db } from '../db.ts';

/** The most hosts and charts together that a day can begin to count: anybody can say that they are some host. */
export const MOST_A_DAY = 300;

/**
 * Counts that a page of this host showed a chart, unless the setting says not to count, there is no such chart (what
 * is not asked again may be of one that never was), or the day is full. Drops what is older than is kept.
 * Costs a few rows; for a host that is new on a day as many as the day has.
 */
export async function countEmbedUse(
  db: Db,
  { chart, host }: { chart: string; host: string },
  now: Date,
): Promise<void> {
  const day = isoDay(now);
  const last = isoDay(new Date(now.getTime() - KEPT_DAYS * 86_400_000));
  const use = sql`
    select ${day}, ${host}, ${chart}, 1
    where coalesce((select count_embeds from setting), 1)
      and (exists (select 1 from metric where id = ${chart})
        or exists (select 1 from saved_chart where name = ${savedName(chart)}))
      and (exists (select 1 from embed_use where day = ${day} and host = ${host} and chart = ${chart})
        or (select count(*) from embed_use where day = ${day}) < ${MOST_A_DAY})`;
  await db.batch([
    db
      .insert(embedUse)
      .select(use)
      .onConflictDoUpdate({
        target: [embedUse.day, embedUse.host, embedUse.chart],
        set: { count: sql`${embedUse.count} + 1` },
      }),
    db.delete(embedUse).where(lte(embedUse.day, last)),
  ]);
}

/** The name of a saved chart; a metric's id is none. */
const savedName = (chart: string): string | null =>
  chart.startsWith('c/') ? chart.slice(2) : null;

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
