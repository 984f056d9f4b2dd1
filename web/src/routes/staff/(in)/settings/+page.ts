import { staffApi } from '$lib/staff/client.ts';
import { takeStaff } from '$lib/staff/take.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent }) => {
  const { locale } = await parent();
  return { settings: await takeStaff(staffApi({ fetch, url }).settings.$get(), locale) };
};
