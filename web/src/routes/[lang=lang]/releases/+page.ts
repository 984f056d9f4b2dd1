import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const before = url.searchParams.get('before') ?? undefined;
  const list = await take(client.releases.$get({ query: { before, limit: '20' } }), locale);
  const { sample } = readReading(url.searchParams);
  const overview = list.releases.length
    ? await take(client.overview.$get({ query: { sample, by: 'members' } }), locale)
    : null;
  return { ...list, overview, before, release: before ? undefined : list.releases[0] };
};
