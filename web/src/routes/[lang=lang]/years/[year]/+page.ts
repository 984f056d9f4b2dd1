import { api, take } from '$lib/api/client.ts';
import { verificationOf } from '$lib/api/codes.ts';
import { localeOf } from '$lib/api/locale.ts';
import { readReading } from '$lib/api/reading.ts';
import { hasSampleUpTo } from '$lib/api/yearbook.ts';
import type { PageLoad } from './$types';

/** Records that a page of one year names of each kind. */
const ENTRIES = '60';

export const load: PageLoad = async ({ fetch, url, params }) => {
  const locale = localeOf(url.pathname);
  const years = { from: params.year, to: params.year, limit: ENTRIES };
  const query = { ...readReading(url.searchParams), ...years };
  const answer = await take(api({ fetch, url }).yearbook.$get({ query }), locale);
  const verification = verificationOf(url.origin, answer.chapters[0]!.code);
  const { release, to: year } = answer;
  return { answer, verification, release, hasSample: hasSampleUpTo(answer), year };
};
