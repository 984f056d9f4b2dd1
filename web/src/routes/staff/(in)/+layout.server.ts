import { redirect } from '@sveltejs/kit';
import { staffApi } from '$lib/staff/client.ts';
import { signInPath } from '$lib/staff/paths.ts';
import { failStaff } from '$lib/staff/problem.ts';
import type { LayoutServerLoad } from './$types';

/** Who is signed in: asked anew at each step, so that whoever is signed out or suspended is told at once. */
export const load: LayoutServerLoad = async ({ fetch, url, locals }) => {
  // Read before it is known to be needed: what a load has read of the address says when it runs again.
  const signIn = signInPath(url);
  const answer = await staffApi({ fetch, url }).me.$get();
  if (answer.status === 200) return { me: await answer.json() };
  if (answer.status === 401) redirect(303, signIn);
  failStaff(await answer.json(), locals.locale);
};
