import { error } from '@sveltejs/kit';
import { api, asPart, take } from '$lib/api/client.ts';
import { hasSample } from '$lib/api/figures.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import * as m from '$messages';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const named = { param: { name: asPart(params.name) }, query: {} };
  const saved = await take(client.charts[':name'].$get(named), locale);
  const query = { ...readReading(url.searchParams), by: 'members' as const };
  const record = await take(
    client.metrics[':id'].figures.$get({ param: { id: saved.metric }, query }),
    locale,
  );
  const { figures, release } = record;
  if (Number(new URLSearchParams(saved.query).get('from') ?? 0) > figures.to)
    error(404, { message: m.saved_not_then({ n: release.n }, { locale }), code: 'not_found' });
  return { saved, record, release, hasSample: hasSample(figures) };
};
