import { readSavedFile } from '$lib/api/saved-charts.ts';
import { readShare } from '$lib/api/share.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async (event) => {
  const share = await readShare((asked) => readSavedFile(event.params.name, asked), event);
  const { release, model } = share.file;
  return { share, release, hasSample: model.hasSample };
};
