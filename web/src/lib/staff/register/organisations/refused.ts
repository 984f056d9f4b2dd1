import type { Problem } from '$schema/answers.ts';
import type { RegisterProblem } from '$schema/staff/register-checks.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { tellProblem } from '$lib/staff/problem.ts';
import * as m from '$messages';
import { refusalWords } from '../words.ts';

/** Why a change was not made, in words, for places without fields. Null: nothing was heard. */
export function tellRefused(
  problem: (Problem & { refusals?: readonly RegisterProblem[] }) | null,
  locale: Locale,
): string {
  if (problem?.code === 'edit_conflict') return m.sorg_changed_since({}, { locale });
  const all = [...new Set(problem?.refusals?.map(({ refusal }) => refusalWords(refusal, locale)))];
  return all.length > 0 ? all.join(' ') : tellProblem(problem, locale);
}
