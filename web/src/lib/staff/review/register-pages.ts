import type { Locale } from '$lib/paraglide/runtime.js';
import { hear, staffApi } from '$lib/staff/client.ts';
import { tellProblem } from '$lib/staff/problem.ts';
import type { RegisterChanges } from '$schema/staff/pending-register.ts';

/** The page behind one of the changes that wait, or in words why it could not be read. */
export async function readMore(
  { next }: RegisterChanges,
  locale: Locale,
): Promise<RegisterChanges | string> {
  const api = staffApi({ fetch, url: new URL(location.href) });
  const query = next === null ? {} : { after: next };
  const outcome = await hear(api.releases.register.$get({ query }));
  return outcome.ok ? outcome.body : tellProblem(outcome.problem, locale);
}
