import { error } from '@sveltejs/kit';
import type { Problem } from '$schema/answers.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import * as m from '$messages';

/** Problems that any staff page can meet, in the reader's language. */
const told: Record<string, typeof m.staff_problem_role> = {
  signed_out: m.staff_problem_signed_out,
  role_required: m.staff_problem_role,
  not_set_up: m.staff_problem_not_set_up,
  busy: m.staff_problem_busy,
  cross_site: m.staff_problem_cross_site,
  too_large: m.staff_problem_too_large,
  not_found: m.staff_problem_not_found,
  release_waiting: m.staff_problem_release_waiting,
  invalid_request: m.staff_problem_invalid,
  internal: m.staff_problem_server,
};

/** What to say of an outcome that is not well; null: nothing was heard from the server. */
export function tellProblem(problem: Partial<Problem> | null, locale: Locale): string {
  if (!problem) return m.staff_problem_offline({}, { locale });
  const tell = told[problem.code ?? ''];
  if (tell) return tell({}, { locale });
  // The API tells its details in English.
  if (locale === 'en' && problem.detail) return problem.detail;
  const rest = problem.code ? m.staff_problem_other : m.staff_problem_server;
  return rest({}, { locale });
}

/** Ends the load of a staff page with a problem. */
export function failStaff(problem: Problem, locale: Locale): never {
  const { status, code, requestId } = problem;
  error(status < 500 ? status : 502, { message: tellProblem(problem, locale), code, requestId });
}
