import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import { readOrganisationFilters } from '$lib/api/register.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const reading = readReading(url.searchParams);
  const filters = readOrganisationFilters(url.searchParams);
  const after = url.searchParams.get('after') || undefined;
  const query = { ...reading, ...filters, after, limit: '50' };
  const [found, { metrics }] = await Promise.all([
    take(client.organisations.$get({ query }), locale),
    take(client.metrics.$get({ query: reading }), locale),
  ]);
  const hasSample = found.organisations.some(({ sample }) => sample);
  return { found, metrics, filters, after, release: found.release, hasSample };
};
