import { error } from '@sveltejs/kit';
import { failStaff } from '$lib/staff/problem.ts';
import { returnServer } from '$lib/staff/return/server.ts';
import * as m from '$messages';
import type { PageLoad } from './$types';

/** The return of a year; null while it was never started. */
export const load: PageLoad = async ({ fetch, url, params, parent }) => {
  const { locale } = await parent();
  const year = /^\d{4}$/.test(params.year) ? Number(params.year) : error(404);
  const outcome = await returnServer({ fetch, url }, year).read();
  if (outcome.ok) return { year, sheet: outcome.body };
  const { problem } = outcome;
  if (!problem) error(503, { message: m.staff_problem_offline({}, { locale }), code: 'unheard' });
  if (problem.code === 'not_started') return { year, sheet: null };
  failStaff(problem, locale);
};
