import { api, take } from '$lib/api/client.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url, locals: { locale } }) => {
  const query = readReading(url.searchParams);
  const catalogue = await take(api({ fetch, url }).metrics.$get({ query }), locale);
  return { catalogue, release: catalogue.release };
};
