import { error } from '@sveltejs/kit';
import type { Locale } from '$lib/paraglide/runtime.js';
import * as m from '$messages';
import { hear, type Outcome } from './client.ts';
import { failStaff } from './problem.ts';

type Answered<P> = Awaited<P> extends { ok: boolean } ? P : never;
type BodyOf<P> =
  Awaited<P> extends infer A
    ? A extends { status: 200; json(): Promise<infer T> }
      ? T
      : never
    : never;

/** The body of an answer in the load of a staff page; whatever else comes ends the load with an error page. */
export async function takeStaff<P extends Promise<Response | object>>(
  answer: Answered<P>,
  locale: Locale,
): Promise<BodyOf<P>> {
  const outcome = (await hear(answer as never)) as Outcome<BodyOf<P>>;
  if (outcome.ok) return outcome.body;
  if (outcome.problem) failStaff(outcome.problem, locale);
  error(503, { message: m.staff_problem_offline({}, { locale }), code: 'unheard' });
}
