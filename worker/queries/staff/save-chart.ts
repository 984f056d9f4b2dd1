import { count, eq } from 'drizzle-orm';
import { orderView } from '../../../schema/staff/chart-checks.ts';
import type { ChartBody, StaffChart } from '../../../schema/staff/charts.ts';
import { audit, savedChart } from '../../../schema/staff/tables.ts';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../staff/actor.ts';
import { chartKey } from '../saved-charts.ts';
import { refuseChart } from './chart-refuse.ts';
import { commit, type Entry } from './commit.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';
import { readChart } from './saved-charts.ts';
import { readWorkingCatalogue } from './working-catalogue.ts';

type Saved = Pick<StaffChart, 'metric' | 'query' | 'titles' | 'notes'>;

/**
 * Gives a view a short name, or changes what is saved under it. A name stands for charts of one metric for ever, also
 * after it was deleted: an address out there never turns into another chart.
 * @throws AppError 409 `edit_conflict` with the present `chart`, null where there is none any more; 422 `refused` with
 * `refusals`
 */
export const saveChart = (
  db: StaffDb,
  actor: Actor,
  name: string,
  { version, ...sent }: ChartBody,
): Promise<StaffChart> =>
  commit(db, actor, async (_, at) => {
    const present = await readChart(db, name);
    if ((present?.version ?? 0) !== version) throw conflict(present);
    const working = await readWorkingCatalogue(db);
    await refuseChart(db, { name, ...sent }, present, working);
    const metric = working.metrics.find(({ id }) => id === sent.metric);
    const saved: Saved = { ...sent, query: orderView(sent.query, metric?.breakdown?.id ?? null) };
    if (present && isSame(saved, present)) return { statements: [], entries: [], answer: present };
    const row = { name, ...saved, version: (await countEntries(db, name)) + 1, editedAt: at };
    return {
      statements: insertRows(db, savedChart, [{ ...row, editedBy: actor.id }], {
        replace: [savedChart.name],
      }),
      entries: [tell('chart_saved', name, present, saved)],
      answer: { ...row, editedBy: actor.name },
    };
  });

/** Takes a chart away: its addresses then say that it was withdrawn. @throws AppError 404 `not_found` */
export const deleteChart = (db: StaffDb, actor: Actor, name: string): Promise<StaffChart> =>
  commit(db, actor, async () => {
    const present = await readChart(db, name);
    if (!present) throw new AppError(404, 'not_found', `There is no chart "${name}".`);
    return {
      statements: [db.delete(savedChart).where(eq(savedChart.name, name))],
      entries: [tell('chart_deleted', name, present, null)],
      answer: present,
    };
  });

const conflict = (chart: StaffChart | null) =>
  new AppError(
    409,
    'edit_conflict',
    chart
      ? 'Someone else saved this chart meanwhile. Look at both and save again.'
      : 'Someone else deleted this chart meanwhile. Save it as a new one, or leave it.',
    undefined,
    { chart },
  );

const partsOf = ({ metric, query, titles, notes }: Saved): Saved => ({
  ...{ metric, query, titles, notes },
});

const isSame = (a: Saved, b: Saved): boolean => plain(a) === plain(b);

/** The parts in a fixed order: equal charts are written alike. */
const plain = ({ metric, query, titles, notes }: Saved): string =>
  JSON.stringify([metric, query, Object.entries(titles).sort(), Object.entries(notes).sort()]);

const tell = (
  action: Entry['action'],
  name: string,
  before: Saved | null,
  after: Saved | null,
): Entry => ({
  action,
  subject: chartKey(name),
  metric: (after ?? before)!.metric,
  before: before && partsOf(before),
  after: after && partsOf(after),
});

/** A version is never given twice: those of a chart that was deleted count on. */
async function countEntries(db: StaffDb, name: string): Promise<number> {
  const [row] = await db
    .select({ all: count() })
    .from(audit)
    .where(eq(audit.subject, chartKey(name)));
  return row?.all ?? 0;
}
