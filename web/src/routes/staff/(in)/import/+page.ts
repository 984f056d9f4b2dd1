import { error } from '@sveltejs/kit';
import { hear, staffApi } from '$lib/staff/client.ts';
import { failStaff } from '$lib/staff/problem.ts';
import * as m from '$messages';
import type { PageLoad } from './$types';

/** What figures can be of: the catalogue as the next release will have it. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
  const { locale } = await parent();
  const outcome = await hear(staffApi({ fetch, url }).catalogue.$get());
  if (outcome.ok) return { catalogue: outcome.body };
  if (outcome.problem) failStaff(outcome.problem, locale);
  error(503, { message: m.staff_problem_offline({}, { locale }), code: 'unheard' });
};
