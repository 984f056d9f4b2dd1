import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const year = url.searchParams.get('year') ?? undefined;
  const query = { ...readReading(url.searchParams), by: 'members' as const, year };
  const overview = await take(api({ fetch, url }).overview.$get({ query }), locale);
  const { release, hasSample } = overview;
  return { overview, release, hasSample, year: overview.year };
};
