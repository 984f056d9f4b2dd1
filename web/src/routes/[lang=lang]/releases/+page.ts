import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const before = url.searchParams.get('before') ?? undefined;
  const list = await take(client.releases.$get({ query: { before, limit: '20' } }), locale);
  return { ...list, before, release: before ? undefined : list.releases[0] };
};
