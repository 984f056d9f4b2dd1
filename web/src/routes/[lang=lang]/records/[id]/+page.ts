import { api, asPart, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const query = readReading(url.searchParams);
  const [found, { metrics }] = await Promise.all([
    take(client.records[':record'].$get({ param: { record: asPart(params.id) }, query }), locale),
    take(client.metrics.$get({ query }), locale),
  ]);
  /** What it took place in is called by its title; where the reading leaves that one out, by its id. */
  const { partOf } = found.record;
  const whole = partOf
    ? await client.records[':record'].$get({ param: { record: partOf }, query })
    : null;
  const within = whole?.ok ? (await whole.json()).record.titles : null;
  return { found, metrics, within, release: found.release, hasSample: found.record.sample };
};
