import { api, asPart, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const reading = readReading(url.searchParams);
  const given = (key: string) => url.searchParams.get(key) || undefined;
  const after = given('after');
  const asked = { year: given('year'), member: given('member') };
  const [found, { metrics }] = await Promise.all([
    take(
      client.metrics[':id'].records.$get({
        param: { id: asPart(params.id) },
        query: { ...reading, ...asked, after, limit: '50' },
      }),
      locale,
    ),
    take(client.metrics.$get({ query: reading }), locale),
  ]);
  const metric = metrics.find(({ id }) => id === params.id)!;
  const { release, figure } = found;
  return { found, metric, metrics, after, release, hasSample: figure?.sample ?? false };
};
