import { error } from '@sveltejs/kit';
import { api, asPart, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { refuseCode } from '$lib/verify/refuse.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params, parent }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const typed = { param: { code: asPart(params.code) }, query: {} };
  const found = await take(client.verify[':code'].$get(typed), locale);
  const { centre } = await parent();
  if (found.verdict !== 'published') error(...refuseCode(found, centre, locale));
  const { metric, view, release, newest } = found;
  const query = { release: String(release.n), sample: view.sample, by: 'members' as const };
  const [catalogue, record, overview] = await Promise.all([
    take(client.metrics.$get({ query: {} }), locale),
    metric === null
      ? null
      : take(client.metrics[':id'].figures.$get({ param: { id: metric }, query }), locale),
    view.kind === 'chart'
      ? null
      : take(
          client.years[':year'].$get({
            param: { year: String(view.year) },
            query: { release: query.release, sample: view.sample },
          }),
          locale,
        ),
  ]);
  return { found, catalogue, record, overview, release: newest };
};
