import { desc, eq } from 'drizzle-orm';
import {
  checkChartName,
  checkChartTexts,
  checkSavedView,
  type ChartRefusal,
  type RefusedChartField,
} from '../../../schema/staff/chart-checks.ts';
import type { ChartBody, StaffChart } from '../../../schema/staff/charts.ts';
import { audit } from '../../../schema/staff/tables.ts';
import { AppError } from '../../errors.ts';
import { chartKey } from '../saved-charts.ts';
import type { StaffDb } from './open.ts';
import { chartYears } from './saved-charts.ts';
import type { WorkingCatalogue } from './working-catalogue.ts';

type Asked = Omit<ChartBody, 'version'> & { name: string };

/** @throws AppError 422 `refused` with `refusals`, unless the chart can be saved; 409 `no_record` */
export async function refuseChart(
  db: StaffDb,
  asked: Asked,
  present: StaffChart | null,
  working: WorkingCatalogue,
): Promise<void> {
  const refusals = await checkChart(db, asked, present, working);
  if (refusals.length === 0) return;
  const fields = refusals.map(({ field, refusal }) => ({ field, message: told[refusal] }));
  const detail = fields.map(({ field, message }) => `${field}: ${message}`).join('. ');
  throw new AppError(422, 'refused', `Nothing was saved. ${detail}.`, fields, { refusals });
}

async function checkChart(
  db: StaffDb,
  { name, metric, query, titles, notes }: Asked,
  present: StaffChart | null,
  working: WorkingCatalogue,
): Promise<RefusedChartField[]> {
  const wrongName = present ? [] : checkChartName(name);
  if (wrongName.length > 0) return wrongName;
  if (present && present.metric !== metric) return [{ field: 'metric', refusal: 'metric_fixed' }];
  const former = present ? null : await formerMetric(db, name);
  if (former !== null && former !== metric) return [{ field: 'name', refusal: 'name_used' }];

  const found = working.metrics.find(({ id }) => id === metric);
  if (!found) return [{ field: 'metric', refusal: 'unknown_metric' }];
  const limits = { breakdown: found.breakdown?.id ?? null, additive: found.additive };
  return [
    ...checkSavedView(query, limits, chartYears(working)),
    ...checkChartTexts({ titles, notes }),
  ];
}

/** The metric that a name stood for, also where its chart was deleted; null: it never stood for any. */
async function formerMetric(db: StaffDb, name: string): Promise<string | null> {
  const [last] = await db
    .select({ metric: audit.metric })
    .from(audit)
    .where(eq(audit.subject, chartKey(name)))
    .orderBy(desc(audit.n))
    .limit(1);
  return last?.metric ?? null;
}

/** What to do about each, for those who read no code. */
const told: Record<ChartRefusal, string> = {
  bad_name: 'Use 3 to 60 small letters, digits and hyphens, such as agreements-2024',
  name_reserved: 'This name stands for something else: choose another',
  name_taken: 'There is a chart of this name: choose another',
  name_used:
    'This name stood for a chart of another metric, and may stand in documents: choose another',
  unknown_metric: 'There is no such metric',
  metric_fixed: 'A chart stays with its metric: save another under a name of its own',
  not_of_view:
    'This is no part of a view: leave it out. It can be added to the address of the chart',
  twice: 'Name it once',
  impossible: 'This metric cannot be shown so',
  bad_year: 'Enter a year of the record',
  years_reversed: 'Enter a year not before the first',
  too_long: 'Shorten it: a title has at most 200 characters, a note 500',
  bad_text: 'Leave out line breaks, control characters and marks of direction',
};
