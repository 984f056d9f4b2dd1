import { error } from '@sveltejs/kit';
import * as m from '$messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ params, parent }) => {
  const { saved, locale } = await parent();
  const chart = saved.charts.find(({ name }) => name === params.name);
  if (!chart) error(404, { message: m.staff_problem_not_found({}, { locale }), code: 'not_found' });
  return { chart };
};
