import { readChartFile } from '$lib/api/chart-files.ts';
import { asLocale } from '$lib/words/locale.ts';
import { drawStamp } from '$lib/verify/stamp.ts';
import type { RequestHandler } from './$types';

/** The code of a chart as a small image, for pages with many charts that are seldom printed; the query is the view. */
export const GET: RequestHandler = async (event) => {
  const found = await readChartFile(event.params.metric, event);
  const verification = 'refusal' in found ? null : found.file.verification;
  if (!verification) return new Response(null, { status: 404 });
  const image = drawStamp(verification, asLocale(event.url.searchParams.get('lang')));
  return new Response(image, {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    },
  });
};
