import { asc, eq, lte } from 'drizzle-orm';
import type { ChartsAnswer, StaffChart } from '../../../schema/staff/charts.ts';
import { person, savedChart } from '../../../schema/staff/tables.ts';
import { metric } from '../../../schema/tables.ts';
import { AppError } from '../../errors.ts';
import { localYear, listNewestReleases, pickCurrent } from '../releases.ts';
import { chartKey } from '../saved-charts.ts';
import { listEmbedUses } from './embed-uses.ts';
import type { StaffDb } from './open.ts';
import { readWorkingCatalogue, type WorkingCatalogue } from './working-catalogue.ts';

const editors = (db: StaffDb) =>
  db
    .select({ chart: savedChart, editor: person.name })
    .from(savedChart)
    .leftJoin(person, eq(person.id, savedChart.editedBy));

type Row = { chart: typeof savedChart.$inferSelect; editor: string | null };

const toChart = ({ chart: { editedBy, ...chart }, editor }: Row): StaffChart => ({
  ...chart,
  editedBy: editor ?? editedBy,
});

/** A saved chart as it is now; null: there is none. */
export async function readChart(db: StaffDb, name: string): Promise<StaffChart | null> {
  const [row] = await editors(db).where(eq(savedChart.name, name));
  return row ? toChart(row) : null;
}

/** The years that a view can name: from the founding to the present one. @throws AppError 409 `no_record` */
export function chartYears({ centre }: Pick<WorkingCatalogue, 'centre'>) {
  if (!centre) throw new AppError(409, 'no_record', 'There is no record yet: load one first.');
  return { first: centre.founded, last: localYear(new Date(), centre.timeZone) };
}

/** The metrics that readers know by now. */
async function listKnownMetrics(db: StaffDb): Promise<Set<string>> {
  const current = pickCurrent(await listNewestReleases(db), new Date());
  const rows = await db
    .selectDistinct({ id: metric.id })
    .from(metric)
    .where(lte(metric.firstRelease, current?.n ?? 0));
  return new Set(rows.map(({ id }) => id));
}

/** All that the pages of saved charts show: the charts by name, where they are used, and what can be saved. */
export async function listCharts(db: StaffDb): Promise<ChartsAnswer> {
  const [rows, uses, working, known] = await Promise.all([
    editors(db).orderBy(asc(savedChart.name)),
    listEmbedUses(db),
    readWorkingCatalogue(db),
    listKnownMetrics(db),
  ]);
  return {
    charts: rows.map((row) => ({
      ...toChart(row),
      uses: uses.filter(({ chart }) => chart === chartKey(row.chart.name)),
    })),
    metrics: working.metrics.map(({ id, names, breakdown, additive }) => ({
      id,
      names,
      breakdown: breakdown && { id: breakdown.id, names: breakdown.names },
      additive,
      public: known.has(id),
    })),
    years: chartYears(working),
  };
}
