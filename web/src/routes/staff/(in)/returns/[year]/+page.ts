import { error } from '@sveltejs/kit';
import { failStaff } from '$lib/staff/problem.ts';
import { isRecorded } from '$lib/staff/return/years.ts';
import { returnServer } from '$lib/staff/return/server.ts';
import * as m from '$messages';
import type { PageLoad } from './$types';

/** The return of a year; null while it was never started. */
export const load: PageLoad = async ({ fetch, url, params, parent }) => {
  const { locale } = await parent();
  const year = /^\d{4}$/.test(params.year) ? Number(params.year) : error(404);
  const server = returnServer({ fetch, url }, year);
  const outcome = await server.read();
  if (outcome.ok) return { year, sheet: outcome.body, recorded: true };
  const all = outcome.problem?.code === 'not_started' ? await server.list() : outcome;
  if (all.ok) {
    const row = all.body.years.find((one) => one.year === year);
    if (!row)
      error(404, { message: m.return_outside({}, { locale }), code: 'outside_centre_life' });
    return { year, sheet: null, recorded: isRecorded(row) };
  }
  if (!all.problem)
    error(503, { message: m.staff_problem_offline({}, { locale }), code: 'unheard' });
  failStaff(all.problem, locale);
};
