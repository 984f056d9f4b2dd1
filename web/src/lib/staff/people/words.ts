import type { Locale } from '$lib/paraglide/runtime.js';
import { tellProblem } from '$lib/staff/problem.ts';
import type { Problem } from '$schema/answers.ts';
import type { Role } from '$schema/staff/roles.ts';
import * as m from '$messages';

const names = {
  viewer: m.staff_role_viewer,
  editor: m.staff_role_editor,
  reviewer: m.staff_role_reviewer,
  admin: m.staff_role_admin,
} as const;
const tasks = {
  viewer: m.staff_role_viewer_does,
  editor: m.staff_role_editor_does,
  reviewer: m.staff_role_reviewer_does,
  admin: m.staff_role_admin_does,
} as const;

export const roleName = (role: Role, locale: Locale): string => names[role]({}, { locale });
/** What a role may do, in a sentence. */
export const roleDoes = (role: Role, locale: Locale): string => tasks[role]({}, { locale });

/** Problems of people and passwords, beside those that any page can meet. */
const told: Record<string, typeof m.staff_problem_own_role> = {
  wrong_credentials: m.staff_problem_wrong_credentials,
  suspended: m.staff_problem_suspended,
  invitation_gone: m.staff_problem_invitation_gone,
  own_role: m.staff_problem_own_role,
  last_admin: m.staff_problem_last_admin,
};

export function tellPeopleProblem(
  problem: (Partial<Problem> & { retryAfter?: unknown }) | null,
  locale: Locale,
): string {
  if (problem?.code === 'too_many_attempts')
    return m.staff_problem_too_many({ seconds: String(problem.retryAfter) }, { locale });
  const tell = told[problem?.code ?? ''];
  return tell ? tell({}, { locale }) : tellProblem(problem, locale);
}
