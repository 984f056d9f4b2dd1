import { staffApi } from '$lib/staff/client.ts';
import { takeStaff } from '$lib/staff/take.ts';
import type { PageLoad } from './$types';

/** Uses of all charts, or of the one that the address names. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
  const { locale } = await parent();
  const chart = url.searchParams.get('chart')?.slice(0, 100) || undefined;
  const query = chart === undefined ? {} : { chart };
  return { chart, found: await takeStaff(staffApi({ fetch, url }).embeds.$get({ query }), locale) };
};
