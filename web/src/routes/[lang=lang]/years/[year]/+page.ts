import { api, asPart, take } from '$lib/api/client.ts';
import { askForYearCode } from '$lib/api/codes.ts';
import { hasSampleIn } from '$lib/api/figures.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const reading = readReading(url.searchParams);
  const ask = { param: { year: asPart(params.year) }, query: reading };
  const overview = await take(client.years[':year'].$get(ask), locale);
  const { release, year } = overview;
  const hasSample = hasSampleIn(overview, year);
  const verification = await askForYearCode(client, url.origin, overview, reading);
  return { overview, verification, release, hasSample, year };
};
