import { api, take } from '$lib/api/client.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import { hasSampleUpTo } from '$lib/api/yearbook.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url }) => {
  const locale = localeOf(url.pathname);
  const [from, to] = ['from', 'to'].map((key) => url.searchParams.get(key) || undefined);
  // Two years the wrong way round are a range all the same.
  const turned = from !== undefined && to !== undefined && from > to;
  const years = turned ? { from: to, to: from } : { from, to };
  const query = { ...readReading(url.searchParams), ...years };
  const answer = await take(api({ fetch, url }).yearbook.$get({ query }), locale);
  const { release } = answer;
  const hasSample = hasSampleUpTo(answer);
  return { answer, release, hasSample, origin: url.origin };
};
