import { readChartFile } from '$lib/api/chart-files.ts';
import { readShare } from '$lib/api/share.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const share = await readShare((asked) => readChartFile(event.params.metric, asked), event);
  const { release, model } = share.file;
  return { share, release, hasSample: model.hasSample };
};
