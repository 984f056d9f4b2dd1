import { staffApi } from '$lib/staff/client.ts';
import { failStaff } from '$lib/staff/problem.ts';
import type { LayoutServerLoad } from './$types';

/** The whole catalogue: its pages show parts of it, and all read it again after each save. */
export const load: LayoutServerLoad = async ({ fetch, url, locals, depends }) => {
  depends('staff:catalogue');
  const answer = await staffApi({ fetch, url }).catalogue.$get();
  if (answer.status === 200) return { catalogue: await answer.json() };
  failStaff(await answer.json(), locals.locale);
};
