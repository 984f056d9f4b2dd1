import type { Problem } from '$schema/answers.ts';
import { buildChart } from '$lib/chart/model.ts';
import type { ChartFile } from '$lib/chart/files/chart-file.ts';
import type { Refusal } from '$lib/chart/files/problem.ts';
import { besidesView, findFaults, parameters, readRequest } from '$lib/chart/files/request.ts';
import { endInRecord, reword, withView } from '$lib/chart/saved.ts';
import type { ViewBounds } from '$lib/chart/view.ts';
import { asLocale } from '$lib/words/locale.ts';
import type { SavedChart } from '$schema/saved-charts.ts';
import { api, asPart } from './client.ts';
import { askForCode } from './codes.ts';

/** A chart for outside the pages, and what its metric could show, by which a view is told from the usual one. */
export interface FoundChart {
  file: ChartFile;
  bounds: ViewBounds;
  /** The short name that it was asked for by, and the title that staff gave it in its language: null where none. */
  saved?: string;
  ownTitle?: string | null;
}

/**
 * The chart that an address outside the pages asks for, from the record as of its release, or why there is none.
 * @param saved a view with words of its own, which takes the place of the view in the address
 */
export async function readChartFile(
  id: string,
  { fetch, url }: { fetch: typeof globalThis.fetch; url: URL },
  saved: SavedChart | null = null,
): Promise<FoundChart | { refusal: Refusal }> {
  const faults = findFaults(url.searchParams, saved ? besidesView : parameters);
  if (faults.length) return { refusal: { faults } };
  const params = saved ? withView(url.searchParams, saved.query) : url.searchParams;

  const client = api({ fetch, url });
  const given = (key: string) => params.get(key) ?? undefined;
  const query = {
    release: given('release'),
    as_of: given('as_of'),
    sample: given('sample') as 'include' | 'exclude' | undefined,
    by: 'members' as const,
  };
  const [answer, newest] = await Promise.all([
    client.metrics[':id'].figures.$get({ param: { id: asPart(id) }, query }),
    client.releases.$get({ query: { limit: '1' } }),
  ]);
  if (answer.status !== 200) return { refusal: (await answer.json()) as Problem };
  const { figures, release, sources } = await answer.json();
  const asked = readRequest(saved ? endInRecord(params, figures.to) : params, figures);
  if (Array.isArray(asked)) return { refusal: { faults: asked } };

  const body = newest.status === 200 ? (await newest.json()).centre : null;
  const centre = body ?? { names: {}, timeZone: 'UTC' };
  const { view } = asked;
  const locale = asLocale(params.get('lang'));
  const { timeZone } = centre;
  const made = buildChart(figures, { locale, view, release, timeZone, sources });
  const model = saved ? reword(made, saved) : made;
  const shown = { metric: id, view, release, sample: query.sample };
  const verification =
    params.get('verify') === 'hide' ? null : await askForCode(client, url.origin, shown);
  const { metric, from, to } = figures;
  const { breakdown, additive } = metric;
  const bounds = { from, to, hasBreakdown: breakdown !== null, additive };
  const file = { model, view, metric, centre, release, verification };
  const ownTitle = saved?.titles[locale] ? model.title : null;
  return { file, bounds, ...(saved && { saved: saved.name, ownTitle }) };
}
