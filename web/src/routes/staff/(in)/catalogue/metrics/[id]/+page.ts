import { error } from '@sveltejs/kit';
import { rowsOf } from '$lib/staff/catalogue/rows.ts';
import * as m from '$messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  const { catalogue, locale } = await parent();
  const row = rowsOf(catalogue.entries, 'metric').find(({ key }) => key === params.id);
  if (!row) error(404, { message: m.staff_problem_not_found({}, { locale }), code: 'not_found' });
  return { row };
};
