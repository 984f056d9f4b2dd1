import { api, take } from '$lib/api/client.ts';
import { hasSample, newestYear } from '$lib/api/figures.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const reading = readReading(url.searchParams);
  const ask = { param: { id: params.id }, query: { ...reading, by: 'members' as const } };
  const record = await take(client.metrics[':id'].figures.$get(ask), locale);
  const year = url.searchParams.get('history') ?? String(newestYear(record.figures));
  const member = url.searchParams.get('member') || undefined;
  const history = await take(
    client.figures[':metric'][':year'].history.$get({
      param: { metric: params.id, year },
      query: { ...reading, member },
    }),
    locale,
  );
  return { record, history, release: record.release, hasSample: hasSample(record.figures) };
};
