import { api, asPart, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const reading = readReading(url.searchParams);
  const after = url.searchParams.get('after') || undefined;
  const param = { organisation: asPart(params.id) };
  const query = { ...reading, after, limit: '25' };
  const [found, { metrics }] = await Promise.all([
    take(client.organisations[':organisation'].$get({ param, query }), locale),
    take(client.metrics.$get({ query: reading }), locale),
  ]);
  return { found, metrics, after, release: found.release, hasSample: found.organisation.sample };
};
