import { readMerge } from '$lib/staff/register/organisations/read.ts';
import type { PageLoad } from './$types';

/** The organisation that goes, and the one that stays where the address names it. */
export const load: PageLoad = async ({ fetch, url, params, parent }) => {
  const { locale } = await parent();
  return await readMerge({ fetch, url }, params.key, url.searchParams.get('into'), locale);
};
