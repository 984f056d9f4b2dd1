import { invalidate } from '$app/navigation';
import { hear, staffApi, type Outcome } from '$lib/staff/client.ts';
import type { RefusedChartField } from '$schema/staff/chart-checks.ts';
import type { StaffChart } from '$schema/staff/charts.ts';
import type { ChartContent } from './draft.ts';

/** What a refused save tells besides: what is wrong at which field, or what the chart is now. */
export interface Told {
  refusals: RefusedChartField[];
  chart: StaffChart | null;
}

/** What the pages of saved charts depend on. */
export const CHARTS = 'staff:charts';

const api = () => staffApi({ fetch, url: new URL(location.href) });

export const readAgain = (): Promise<void> => invalidate(CHARTS);

/** Saves a chart on the version that the person saw; 0: there is none. */
export const saveChart = (
  name: string,
  version: number,
  content: ChartContent,
): Promise<Outcome<StaffChart, Told>> =>
  hear(api().charts[':name'].$put({ param: { name }, json: { version, ...content } }));

export const deleteChart = (name: string): Promise<Outcome<StaffChart, Told>> =>
  hear(api().charts[':name'].$delete({ param: { name } }));
