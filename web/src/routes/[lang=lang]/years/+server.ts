import { redirect } from '@sveltejs/kit';
import { api, take } from '$lib/api/client.ts';
import { address, readReading } from '$lib/api/reading.ts';
import type { RequestHandler } from './$types';

/** The newest year with figures. */
export const GET: RequestHandler = async ({ fetch, url, locals: { locale } }) => {
  const reading = readReading(url.searchParams);
  const { year } = await take(api({ fetch, url }).overview.$get({ query: reading }), locale);
  redirect(302, address(`/${locale}/years/${year}`, reading));
};
