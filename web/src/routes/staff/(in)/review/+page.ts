import { error } from '@sveltejs/kit';
import { hear, staffApi } from '$lib/staff/client.ts';
import { failStaff } from '$lib/staff/problem.ts';
import * as m from '$messages';
import type { PageLoad } from './$types';

/** All that waits for a release; with changes of it or of the register the catalogue too, which has the names. */
export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('staff:review');
  const { locale } = await parent();
  const api = staffApi({ fetch, url });
  const outcome = await hear(api.releases.$get());
  if (outcome.ok) {
    const pending = outcome.body;
    const isNamed = pending.catalogue.length > 0 || pending.register.count > 0;
    const catalogue = isNamed ? await hear(api.catalogue.$get()) : null;
    return { pending, entries: catalogue?.ok ? catalogue.body.entries : pending.catalogue };
  }
  if (outcome.problem) failStaff(outcome.problem, locale);
  error(503, { message: m.staff_problem_offline({}, { locale }), code: 'unheard' });
};
