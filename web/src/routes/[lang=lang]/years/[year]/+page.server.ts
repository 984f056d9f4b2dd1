import { api, take } from '$lib/api/client.ts';
import { readReading } from '$lib/api/reading.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ fetch, url, params, locals: { locale } }) => {
  const ask = { param: { year: params.year }, query: readReading(url.searchParams) };
  const overview = await take(api({ fetch, url }).years[':year'].$get(ask), locale);
  const { release, year, metrics } = overview;
  const hasSample = metrics.some(
    ({ figures, headline }) =>
      headline.target?.sample ||
      figures.series.some(({ points }) =>
        points.some((p) => p.year === year && (p.sample || p.change.sample)),
      ),
  );
  return { overview, release, hasSample, year };
};
