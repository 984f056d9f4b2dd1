import { and, asc, desc, eq, inArray, lte } from 'drizzle-orm';
import { metric } from '../../schema/tables.ts';
import { audit, savedChart } from '../../schema/staff/tables.ts';
import type { SavedChart } from '../../schema/saved-charts.ts';
import type { Db } from '../db.ts';
import { AppError } from '../errors.ts';

/** What a saved chart is called in the trail and among the uses of charts. */
export const chartKey = (name: string): string => `c/${name}`;

const shown = {
  name: savedChart.name,
  metric: savedChart.metric,
  query: savedChart.query,
  titles: savedChart.titles,
  notes: savedChart.notes,
};

/** The metrics that were public by release `n`: what others are is not told, and nor are charts of them. */
const metricsKnown = (db: Db, n: number) =>
  db.selectDistinct({ id: metric.id }).from(metric).where(lte(metric.firstRelease, n));

/** The saved charts by their names, those of metrics that are not public yet left out. */
export const listSavedCharts = (db: Db, n: number): Promise<SavedChart[]> =>
  db
    .select(shown)
    .from(savedChart)
    .where(inArray(savedChart.metric, metricsKnown(db, n)))
    .orderBy(asc(savedChart.name));

/**
 * A saved chart by its name; null: there is none, or its metric is not public yet.
 * @throws AppError 410 `chart_withdrawn` where there was one
 */
export async function findSavedChart(db: Db, name: string, n: number): Promise<SavedChart | null> {
  const [found] = await db
    .select(shown)
    .from(savedChart)
    .where(and(eq(savedChart.name, name), inArray(savedChart.metric, metricsKnown(db, n))));
  if (found) return found;
  const [last] = await db
    .select({ action: audit.action, metric: audit.metric })
    .from(audit)
    .where(and(eq(audit.subject, chartKey(name)), inArray(audit.metric, metricsKnown(db, n))))
    .orderBy(desc(audit.n))
    .limit(1);
  if (last?.action !== 'chart_deleted') return null;
  throw new AppError(410, 'chart_withdrawn', `The chart "${name}" was withdrawn.`);
}

/** Number of the newest entry of the trail about a chart of this name; 0: there is none. Another for each change. */
export async function readChartStamp(db: Db, name: string): Promise<number> {
  const [last] = await db
    .select({ n: audit.n })
    .from(audit)
    .where(eq(audit.subject, chartKey(name)))
    .orderBy(desc(audit.n))
    .limit(1);
  return last?.n ?? 0;
}
