import { json } from '@sveltejs/kit';
import { centreTimeZone } from '$lib/api/centre.ts';
import { readChart } from '$lib/api/charts.ts';
import { api } from '$lib/api/client.ts';
import { readReading } from '$lib/api/reading.ts';
import { layoutChart } from '$lib/chart/layout.ts';
import type { ChartSize } from '$lib/chart/types.ts';
import { formatTick } from '$lib/words/numbers.ts';
import type { RequestHandler } from './$types';

const sizes: ChartSize[] = ['narrow', 'wide', 'large'];

/** A chart's model and its layout at one size, for the canvas that takes the place of the drawing. */
export const GET: RequestHandler = async ({ fetch, url, params, locals: { locale } }) => {
  const response = await api({ fetch, url }).metrics[':id'].figures.$get({
    param: { id: params.id },
    query: { ...readReading(url.searchParams), by: 'members' },
  });
  if (response.status !== 200) return json(await response.json(), { status: response.status });
  const { figures, release, sources } = await response.json();
  const setting = { params: url.searchParams, prefix: '', locale, release, sources };
  const { model } = readChart(figures, { ...setting, timeZone: centreTimeZone });
  const size = sizes.find((one) => one === url.searchParams.get('size')) ?? 'wide';
  return json({ model, layout: layoutChart(model, size, (value) => formatTick(value, locale)) });
};
