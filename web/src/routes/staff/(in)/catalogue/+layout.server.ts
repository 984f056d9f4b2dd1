import { staffApi } from '$lib/staff/client.ts';
import { failStaff } from '$lib/staff/problem.ts';
import type { LayoutServerLoad } from './$types';

/** The whole catalogue, of which its pages show parts: read again after each save, and at each step from page to page. */
export const load: LayoutServerLoad = async ({ fetch, url, locals, depends }) => {
  depends('staff:catalogue', url.pathname);
  const answer = await staffApi({ fetch, url }).catalogue.$get();
  if (answer.status === 200) return { catalogue: await answer.json() };
  failStaff(await answer.json(), locals.locale);
};
