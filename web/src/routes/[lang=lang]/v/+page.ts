import { redirect } from '@sveltejs/kit';
import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { plainCode } from '$schema/verify/code.ts';
import type { PageLoad } from './$types';

/** The form sends the code here, so that it works without a script; the answer has an address of its own. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
  const locale = localeOf(url.pathname);
  const typed = url.searchParams.get('code');
  if (typed?.trim()) redirect(303, `/${locale}/v/${encodeURIComponent(plainCode(typed))}`);
  const { published } = await parent();
  const overview = published
    ? await take(api({ fetch, url }).overview.$get({ query: { by: 'members' } }), locale)
    : null;
  return { empty: typed !== null, overview };
};
