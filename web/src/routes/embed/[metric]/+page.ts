import { readChartFile } from '$lib/api/chart-files.ts';
import { readFramed } from '$lib/embed/request.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => ({
  framed: await readFramed((asked) => readChartFile(event.params.metric, asked), event),
});
