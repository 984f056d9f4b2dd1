import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const reading = readReading(url.searchParams);
  const year = url.searchParams.get('year') || undefined;
  const client = api({ fetch, url });
  const [found, { metrics }] = await Promise.all([
    take(client.countries.$get({ query: { ...reading, year } }), locale),
    take(client.metrics.$get({ query: reading }), locale),
  ]);
  return { found, metrics, release: found.release };
};
