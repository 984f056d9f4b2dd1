import { api, asPart, take } from '$lib/api/client.ts';
import { verificationOf } from '$lib/api/codes.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import { hasSampleUpTo } from '$lib/api/yearbook.ts';
import type { PageLoad } from './$types';

/** Records that a page of one year names of each kind. */
const ENTRIES = '60';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const years = { from: params.year, to: params.year, limit: ENTRIES };
  const reading = readReading(url.searchParams);
  const client = api({ fetch, url });
  const ask = { param: { year: asPart(params.year) }, query: reading };
  const [answer, { comparisons }] = await Promise.all([
    take(client.yearbook.$get({ query: { ...reading, ...years } }), locale),
    take(client.years[':year'].register.$get(ask), locale),
  ]);
  const verification = verificationOf(url.origin, answer.chapters[0]!.code);
  const { release, to: year } = answer;
  return { answer, comparisons, verification, release, hasSample: hasSampleUpTo(answer), year };
};
