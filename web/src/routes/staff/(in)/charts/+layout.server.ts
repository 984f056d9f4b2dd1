import { staffApi } from '$lib/staff/client.ts';
import { failStaff } from '$lib/staff/problem.ts';
import type { LayoutServerLoad } from './$types';

/** All saved charts: read again after each save, and at each step from page to page. */
export const load: LayoutServerLoad = async ({ fetch, url, locals, depends }) => {
  depends('staff:charts', url.pathname);
  const answer = await staffApi({ fetch, url }).charts.$get();
  if (answer.status === 200) return { saved: await answer.json() };
  failStaff(await answer.json(), locals.locale);
};
