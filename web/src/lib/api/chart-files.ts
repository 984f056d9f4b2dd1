import type { Problem } from '$schema/answers.ts';
import { buildChart } from '$lib/chart/model.ts';
import type { ChartFile } from '$lib/chart/files/chart-file.ts';
import type { Refusal } from '$lib/chart/files/problem.ts';
import { findFaults, readRequest } from '$lib/chart/files/request.ts';
import type { ViewBounds } from '$lib/chart/view.ts';
import { asLocale } from '$lib/words/locale.ts';
import { api } from './client.ts';

/** A chart for outside the pages, and what its metric could show, by which a view is told from the usual one. */
export interface FoundChart {
  file: ChartFile;
  bounds: ViewBounds;
}

/** The chart that an address outside the pages asks for, from the record as of its release, or why there is none. */
export async function readChartFile(
  id: string,
  { fetch, url }: { fetch: typeof globalThis.fetch; url: URL },
): Promise<FoundChart | { refusal: Refusal }> {
  const params = url.searchParams;
  const faults = findFaults(params);
  if (faults.length) return { refusal: { faults } };

  const client = api({ fetch, url });
  const given = (key: string) => params.get(key) ?? undefined;
  const query = {
    release: given('release'),
    as_of: given('as_of'),
    sample: given('sample') as 'include' | 'exclude' | undefined,
    by: 'members' as const,
  };
  const [answer, newest] = await Promise.all([
    client.metrics[':id'].figures.$get({ param: { id }, query }),
    client.releases.$get({ query: { limit: '1' } }),
  ]);
  if (answer.status !== 200) return { refusal: (await answer.json()) as Problem };
  const { figures, release, sources } = await answer.json();
  const asked = readRequest(params, figures);
  if (Array.isArray(asked)) return { refusal: { faults: asked } };

  const body = newest.status === 200 ? (await newest.json()).centre : null;
  const centre = body ?? { names: {}, timeZone: 'UTC' };
  const { view } = asked;
  const locale = asLocale(params.get('lang'));
  const { timeZone } = centre;
  const model = buildChart(figures, { locale, view, release, timeZone, sources });
  const { metric, from, to } = figures;
  const { breakdown, additive } = metric;
  const bounds = { from, to, hasBreakdown: breakdown !== null, additive };
  return { file: { model, view, metric, centre, release, verification: null }, bounds };
}
