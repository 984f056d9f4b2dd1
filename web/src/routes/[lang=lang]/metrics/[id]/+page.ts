import { boundsOf } from '$lib/api/charts.ts';
import { api, asPart, take } from '$lib/api/client.ts';
import { askForCode } from '$lib/api/codes.ts';
import { hasSample, newestYear } from '$lib/api/figures.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import { readView } from '$lib/chart/view.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const reading = readReading(url.searchParams);
  const ask = { param: { id: asPart(params.id) }, query: { ...reading, by: 'members' as const } };
  const record = await take(client.metrics[':id'].figures.$get(ask), locale);
  const year = url.searchParams.get('history') ?? String(newestYear(record.figures));
  const member = url.searchParams.get('member') || undefined;
  const { figures, release } = record;
  const view = readView(url.searchParams, '', boundsOf(figures));
  const counts = figures.metric.records !== undefined;
  const [history, verification, compared] = await Promise.all([
    take(
      client.figures[':metric'][':year'].history.$get({
        param: { metric: asPart(params.id), year: asPart(year) },
        query: { ...reading, member },
      }),
      locale,
    ),
    askForCode(client, url.origin, { metric: params.id, view, release, sample: reading.sample }),
    counts
      ? take(client.metrics[':id'].register.$get({ param: ask.param, query: reading }), locale)
      : null,
  ]);
  const comparisons = compared?.comparisons ?? null;
  return { record, history, verification, comparisons, release, hasSample: hasSample(figures) };
};
