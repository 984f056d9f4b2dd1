import { error } from '@sveltejs/kit';
import type { Problem } from '$schema/answers.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import * as m from '$messages';

/** The problems a reader can do something about. Anything else is told by its status alone. */
const told: Record<string, typeof m.problem_not_found> = {
  no_release: m.problem_no_release,
  unknown_release: m.problem_unknown_release,
  unknown_metric: m.problem_unknown_metric,
  unknown_year: m.problem_unknown_year,
};

const byStatus = (status: number) =>
  status === 404 ? m.problem_not_found : status < 500 ? m.problem_bad_request : m.problem_server;

/** Ends the load with the API's problem, told in the reader's language. */
export function fail(problem: Pick<Problem, 'status' | 'code'>, locale: Locale): never {
  const tell = told[problem.code] ?? byStatus(problem.status);
  const status = problem.status < 500 ? problem.status : 502;
  error(status, { message: tell({}, { locale }), code: problem.code });
}
