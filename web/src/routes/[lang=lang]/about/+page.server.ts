import { api, take } from '$lib/api/client.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageServerLoad } from './$types';

/** What the marks mean can be read before anything is published. */
export const load: PageServerLoad = async ({ fetch, url, locals: { locale }, parent }) => {
  const { published } = await parent();
  if (!published) return {};
  const query = readReading(url.searchParams);
  const { release } = await take(api({ fetch, url }).metrics.$get({ query }), locale);
  return { release };
};
