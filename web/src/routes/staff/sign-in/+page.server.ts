import { redirect } from '@sveltejs/kit';
import { staffApi } from '$lib/staff/client.ts';
import { staffPath } from '$lib/staff/paths.ts';
import type { PageServerLoad } from './$types';

/** Whoever is signed in goes on to where they wanted to go. */
export const load: PageServerLoad = async ({ fetch, url }) => {
  const next = staffPath(url.searchParams.get('next'), url.origin);
  const answer = await staffApi({ fetch, url }).me.$get();
  if (answer.ok) redirect(303, next);
  return { next };
};
