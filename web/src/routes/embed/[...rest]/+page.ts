import { error } from '@sveltejs/kit';
import { asLocale } from '$lib/words/locale.ts';
import * as m from '$messages';
import type { PageLoad } from './$types';

/** Below /embed all is told without the navigation of other pages: there is no room for it in a frame. */
export const load: PageLoad = ({ url }) => {
  const locale = asLocale(url.searchParams.get('lang'));
  error(404, { message: m.chart_file_problem({}, { locale }) });
};
