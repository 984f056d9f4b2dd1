import type { RequestEvent } from '@sveltejs/kit';
import type { ChartFile } from '$lib/chart/files/chart-file.ts';
import { formats, readFileName } from '$lib/chart/files/formats.ts';
import { disposition } from '$lib/chart/files/name.ts';
import { drawProblem, problemOf, type Refusal } from '$lib/chart/files/problem.ts';
import { readStyle } from '$lib/chart/files/request.ts';
import { asLocale } from '$lib/words/locale.ts';

const open = { 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' };
/** An image that is opened by itself does nothing but show itself. */
const still = { ...open, 'content-security-policy': "default-src 'none'; sandbox" };

type Found = { file: ChartFile } | { refusal: Refusal };

/**
 * One chart in one of its forms, or why there is none.
 * @param address the last part of the address: what the chart is called, and the ending of the form
 * @param read finds the chart by what it is called
 */
export async function answerChart(
  event: RequestEvent,
  address: string,
  read: (called: string) => Promise<Found>,
): Promise<Response> {
  const named = readFileName(address);
  if (!named) return refuse(event, nowhere);
  const found = await read(named.metric);
  if ('refusal' in found) return refuse(event, found.refusal);
  const { type, disposition: kind, write } = formats[named.format];
  return new Response(write(found.file, readStyle(event.url.searchParams)), {
    headers: {
      ...(named.format === 'svg' ? still : open),
      'content-type': type,
      'content-disposition': disposition(kind, found.file, named.format),
    },
  });
}

/** For pages elsewhere that ask whether a chart has changed. */
export const answerPreflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...open,
      'access-control-allow-methods': 'GET, HEAD, OPTIONS',
      'access-control-allow-headers': 'If-None-Match',
      'access-control-max-age': '86400',
    },
  });

const nowhere: Refusal = {
  type: '/api#problem-not_found',
  title: 'Not Found',
  status: 404,
  code: 'not_found',
  detail: `A chart is at /charts/METRIC or /c/NAME with one of the endings png, ${Object.keys(formats).join(', ')}.`,
  instance: '',
  requestId: '',
};

/** Says what is wrong: to programs as problem details, to an image element as an image. */
function refuse({ url, request, locals }: RequestEvent, refusal: Refusal): Response {
  const accept = request.headers.get('accept') ?? '';
  const problem = problemOf(refusal, { instance: url.pathname, requestId: locals.requestId });
  const { status } = problem;
  if (url.pathname.endsWith('.svg') && accept.includes('image/') && !accept.includes('json')) {
    const locale = asLocale(url.searchParams.get('lang'));
    const image = drawProblem(refusal, readStyle(url.searchParams), locale);
    return new Response(image, { status, headers: { ...still, 'content-type': formats.svg.type } });
  }
  const type = 'application/problem+json; charset=utf-8';
  return Response.json(problem, { status, headers: { ...open, 'content-type': type } });
}
