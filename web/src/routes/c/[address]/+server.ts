import { answerChart, answerPreflight } from '$lib/api/chart-answer.ts';
import { preferredLocale } from '$lib/api/locale.ts';
import { readSavedFile } from '$lib/api/saved-charts.ts';
import type { RequestHandler } from './$types';

/** A saved chart: without an ending its page in the reader's language, else one of its forms. */
export const GET: RequestHandler = (event) => {
  const { params, request, url } = event;
  if (params.address.includes('.'))
    return answerChart(event, params.address, (name) => readSavedFile(name, event));
  const locale = preferredLocale(request.headers.get('accept-language'));
  return new Response(null, {
    status: 302,
    headers: {
      location: `/${locale}/c/${encodeURIComponent(params.address)}${url.search}`,
      vary: 'Accept-Language',
      'cache-control': 'no-store',
    },
  });
};

export const OPTIONS: RequestHandler = answerPreflight;
