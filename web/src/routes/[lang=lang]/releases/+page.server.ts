import { api, take } from '$lib/api/client.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url, locals: { locale } }) => {
  const client = api({ fetch, url });
  const before = url.searchParams.get('before') ?? undefined;
  const list = await take(client.releases.$get({ query: { before, limit: '20' } }), locale);
  return { ...list, before, release: before ? undefined : list.releases[0] };
};
