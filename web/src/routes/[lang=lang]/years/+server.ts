import { redirect } from '@sveltejs/kit';
import { api, asPart, take } from '$lib/api/client.ts';
import { address, readReading } from '$lib/api/reading.ts';
import type { RequestHandler } from './$types';

/** The year that was chosen, else the newest with figures. */
export const GET: RequestHandler = async ({ fetch, url, locals: { locale } }) => {
  const reading = readReading(url.searchParams);
  const chosen = url.searchParams.get('year');
  const newest = async () =>
    (await take(api({ fetch, url }).overview.$get({ query: reading }), locale)).year;
  const year = asPart(chosen || String(await newest()));
  redirect(302, address(`/${locale}/years/${year}`, reading));
};
