import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const query = readReading(url.searchParams);
  const client = api({ fetch, url });
  const [catalogue, overview] = await Promise.all([
    take(client.metrics.$get({ query }), locale),
    take(client.overview.$get({ query: { ...query, by: 'members' } }), locale),
  ]);
  const { release } = catalogue;
  return { catalogue, overview, hasSample: overview.hasSample, release };
};
