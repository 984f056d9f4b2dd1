import { readShare } from '$lib/api/share.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const share = await readShare(params.metric, { fetch, url });
  const { release, model } = share.file;
  return { share, release, hasSample: model.hasSample };
};
