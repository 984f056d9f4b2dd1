import { api, take } from '$lib/api/client.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url, locals }) => {
  const year = url.searchParams.get('year') ?? undefined;
  const query = { ...readReading(url.searchParams), by: 'members' as const, year };
  const overview = await take(api({ fetch, url }).overview.$get({ query }), locals.locale);
  const { release, hasSample } = overview;
  return { overview, release, hasSample, year: overview.year };
};
