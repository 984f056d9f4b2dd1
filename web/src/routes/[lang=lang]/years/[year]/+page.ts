import { api, take } from '$lib/api/client.ts';
import { hasSampleIn } from '$lib/api/figures.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const ask = { param: { year: params.year }, query: readReading(url.searchParams) };
  const overview = await take(api({ fetch, url }).years[':year'].$get(ask), locale);
  const { release, year } = overview;
  const hasSample = hasSampleIn(overview, year);
  return { overview, release, hasSample, year };
};
