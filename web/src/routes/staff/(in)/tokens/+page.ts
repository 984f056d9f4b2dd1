import { staffApi } from '$lib/staff/client.ts';
import { takeStaff } from '$lib/staff/take.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('staff:tokens');
  const { locale } = await parent();
  return takeStaff(staffApi({ fetch, url }).tokens.$get(), locale);
};
