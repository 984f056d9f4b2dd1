import { api, take } from '$lib/api/client.ts';
import { hasSampleIn } from '$lib/api/figures.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url, params, locals: { locale } }) => {
  const ask = { param: { year: params.year }, query: readReading(url.searchParams) };
  const overview = await take(api({ fetch, url }).years[':year'].$get(ask), locale);
  const { release, year } = overview;
  const hasSample = hasSampleIn(overview, year);
  return { overview, release, hasSample, year };
};
