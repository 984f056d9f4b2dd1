import type { Problem } from '$schema/answers.ts';
import type { Locale } from '$lib/words/locale.ts';
import * as m from '$messages';
import { tellProblem } from '../problem.ts';

const told: Record<string, typeof m.return_was_locked> = {
  return_locked: m.return_was_locked,
  not_started: m.return_not_started,
  outside_centre_life: m.return_outside,
  unexplained: m.return_must_explain,
  release_waiting: m.return_release_waits,
};

/** What to say of a call about a return that did not go well. @param of which call: `not_allowed` is of each */
export function tellReturn(
  problem: Partial<Problem> | null,
  of: 'start' | 'submit' | 'save',
  locale: Locale,
): string {
  if (problem?.code === 'not_allowed')
    return of === 'submit'
      ? m.return_nothing_changed({}, { locale })
      : m.return_no_record({}, { locale });
  const tell = told[problem?.code ?? ''];
  return tell ? tell({}, { locale }) : tellProblem(problem, locale);
}
