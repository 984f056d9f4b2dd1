import { error } from '@sveltejs/kit';
import { hear, staffApi } from '$lib/staff/client.ts';
import { failStaff } from '$lib/staff/problem.ts';
import * as m from '$messages';
import type { PageLoad } from './$types';

/** Every year of the centre's life, and how far its return is. */
export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('staff:returns');
  const { locale } = await parent();
  const outcome = await hear(staffApi({ fetch, url }).returns.$get());
  if (outcome.ok) return { years: outcome.body.years };
  if (outcome.problem) failStaff(outcome.problem, locale);
  error(503, { message: m.staff_problem_offline({}, { locale }), code: 'unheard' });
};
