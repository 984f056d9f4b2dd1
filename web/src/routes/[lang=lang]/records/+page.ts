import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import { readFilters } from '$lib/api/register.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const reading = readReading(url.searchParams);
  const filters = readFilters(url.searchParams);
  const after = url.searchParams.get('after') || undefined;
  const [found, { metrics }] = await Promise.all([
    take(client.records.$get({ query: { ...reading, ...filters, after, limit: '25' } }), locale),
    take(client.metrics.$get({ query: reading }), locale),
  ]);
  return { found, metrics, filters, after, release: found.release };
};
