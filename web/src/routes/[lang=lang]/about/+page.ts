import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

/** What the marks mean can be read before anything is published. */
export const load: PageLoad = async ({ fetch, url, parent }) => {
  const locale = localeOf(url.pathname);
  const { published } = await parent();
  if (!published) return {};
  const query = { ...readReading(url.searchParams), by: 'members' as const };
  const overview = await take(api({ fetch, url }).overview.$get({ query }), locale);
  return { overview, release: overview.release };
};
