import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import { readRegisterChanges } from '$lib/api/release-register.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const client = api({ fetch, url });
  const param = { n: params.n };
  const after = url.searchParams.get('after') ?? undefined;
  const { sample } = readReading(url.searchParams);
  const asThen = { sample, release: params.n, by: 'members' as const };
  const published = await take(client.releases[':n'].$get({ param, query: {} }), locale);
  const [changes, register, catalogue, overview, newest] = await Promise.all([
    take(client.releases[':n'].changes.$get({ param, query: { after, limit: '200' } }), locale),
    readRegisterChanges(client, published, url.searchParams, locale),
    take(client.metrics.$get({ query: { release: params.n } }), locale),
    take(client.overview.$get({ query: asThen }), locale),
    take(client.releases.$get({ query: { limit: '1' } }), locale),
  ]);
  const all = [...changes.changes, ...(register.records?.changes ?? [])];
  const hasSample = all.some(({ after }) => after?.sample);
  const said = { published, changes, register, catalogue, overview };
  return { ...said, isLater: after !== undefined, hasSample, release: newest.releases[0] };
};
