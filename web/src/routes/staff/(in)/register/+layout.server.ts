import { staffApi } from '$lib/staff/client.ts';
import { failStaff } from '$lib/staff/problem.ts';
import type { LayoutServerLoad } from './$types';

/** The catalogue, by which the register is split and counted: read again after a source is added, and at each step. */
export const load: LayoutServerLoad = async ({ fetch, url, locals, depends }) => {
  depends('staff:catalogue', url.pathname);
  const answer = await staffApi({ fetch, url }).catalogue.$get();
  if (answer.status === 200) return { catalogue: await answer.json() };
  failStaff(await answer.json(), locals.locale);
};
