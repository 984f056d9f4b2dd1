import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const query = readReading(url.searchParams);
  const [found, { metrics }] = await Promise.all([
    take(client.records[':record'].$get({ param: { record: params.id }, query }), locale),
    take(client.metrics.$get({ query }), locale),
  ]);
  return { found, metrics, release: found.release, hasSample: found.record.sample };
};
