import { json } from '@sveltejs/kit';
import { readChart } from '$lib/api/charts.ts';
import { api, asPart } from '$lib/api/client.ts';
import { readReading } from '$lib/api/reading.ts';
import { layoutChart } from '$lib/chart/layout.ts';
import type { ChartSize } from '$lib/chart/types.ts';
import { formatTick } from '$lib/words/numbers.ts';
import type { RequestHandler } from './$types';

const sizes: ChartSize[] = ['narrow', 'wide', 'large'];

/** A chart's model and its layout at one size, for the canvas that takes the place of the drawing. */
export const GET: RequestHandler = async ({ fetch, url, params, locals: { locale } }) => {
  const client = api({ fetch, url });
  const query = { ...readReading(url.searchParams), by: 'members' as const };
  const [answer, newest] = await Promise.all([
    client.metrics[':id'].figures.$get({ param: { id: asPart(params.id) }, query }),
    client.releases.$get({ query: { limit: '1' } }),
  ]);
  if (answer.status !== 200) return json(await answer.json(), { status: answer.status });
  const { figures, release, sources } = await answer.json();
  const centre = newest.status === 200 ? (await newest.json()).centre : null;
  const timeZone = centre?.timeZone ?? 'UTC';
  const setting = { params: url.searchParams, prefix: '', locale, release, sources, timeZone };
  const { model } = readChart(figures, setting);
  const size = sizes.find((one) => one === url.searchParams.get('size')) ?? 'wide';
  return json({ model, layout: layoutChart(model, size, (value) => formatTick(value, locale)) });
};
