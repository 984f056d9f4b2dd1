import { error } from '@sveltejs/kit';
import type { Problem } from '$schema/answers.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import * as m from '$messages';

/** The problems that have words of their own. Of the others the status is told. */
const told: Record<string, typeof m.problem_not_found> = {
  no_release: m.problem_no_release,
  release_not_found: m.problem_release_not_found,
  nothing_public_then: m.problem_nothing_public_then,
  chart_withdrawn: m.saved_withdrawn,
  too_many_years: m.book_too_many,
};

const byStatus = (status: number) =>
  status === 404 ? m.problem_not_found : status < 500 ? m.problem_bad_request : m.problem_server;

/**
 * Ends a load with a problem of the API, told in the reader's language.
 * A year outside the record is an address that leads nowhere: 404, like a metric that does not exist.
 */
export function fail(problem: Problem, locale: Locale): never {
  const { code, requestId } = problem;
  const years = ['year', 'history', 'from', 'to'];
  if (!(code in told) && problem.fields?.some(({ field }) => years.includes(field))) {
    error(404, { message: m.problem_year_not_found({}, { locale }), code, requestId });
  }
  const tell = told[code] ?? byStatus(problem.status);
  const status = problem.status < 500 ? problem.status : 502;
  error(status, { message: tell({}, { locale }), code, requestId });
}
