import { api, asPart, take } from '$lib/api/client.ts';
import { address, readReading } from '$lib/api/reading.ts';
import { yearTextPlain } from '$lib/words/year-text.ts';
import type { RequestHandler } from './$types';

/** A year in words as a text file, with the address of the page that says the same. */
export const GET: RequestHandler = async ({ fetch, url, params, locals: { locale } }) => {
  const reading = readReading(url.searchParams);
  const ask = { param: { year: asPart(params.year) }, query: reading };
  const { years } = api({ fetch, url });
  const [overview, { comparisons }] = await Promise.all([
    take(years[':year'].$get(ask), locale),
    take(years[':year'].register.$get(ask), locale),
  ]);
  const page = url.origin + address(`/${locale}/years/${overview.year}`, reading);
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'content-language': locale };
  return new Response(yearTextPlain(overview, locale, { comparisons, address: page }), { headers });
};
