import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const query = readReading(url.searchParams);
  const found = await take(api({ fetch, url }).countries.$get({ query }), locale);
  return { found, release: found.release };
};
