import { readChartFile, type FoundChart } from '$lib/api/chart-files.ts';
import { readSavedFile } from '$lib/api/saved-charts.ts';
import { problemOf, type Refusal } from '$lib/chart/files/problem.ts';
import { describeEmbed, writeXml, type Room } from '$lib/embed/oembed.ts';
import { readPasted, type Pasted } from '$lib/embed/pasted.ts';
import { withoutFrame } from '$lib/embed/request.ts';
import type { Problem } from '$schema/answers.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** What a site puts in the place of an address of ours that is pasted there (https://oembed.com). */
export const GET: RequestHandler = async (event) => {
  const { origin, host, searchParams } = event.url;
  const format = searchParams.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml')
    return refuse(event, problem(501, 'not_implemented', 'format: Expected json or xml.'));
  const asked = searchParams.get('url') ?? '';
  if (!URL.canParse(asked) || new URL(asked).host !== host)
    return refuse(event, problem(400, 'invalid_request', `url: Expected an address at ${origin}.`));
  const room = readRoom(searchParams);
  if (!room)
    return refuse(
      event,
      problem(400, 'invalid_request', 'maxwidth, maxheight: Expected a whole number of pixels.'),
    );
  const pasted = readPasted(new URL(asked));
  if (!pasted) return refuse(event, problem(404, 'not_found', 'url: There is no chart at it.'));

  const found = await read(pasted, event);
  if ('refusal' in found) return refuse(event, found.refusal);
  const answer = describeEmbed(found, pasted, { origin, ...room });
  return new Response(format === 'xml' ? writeXml(answer) : JSON.stringify(answer), {
    headers: {
      ...open,
      'content-type': format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json',
    },
  });
};

const open = { 'access-control-allow-origin': '*' };

/** Null where it is said, and cannot be read. Zero is no room. */
function readRoom(params: URLSearchParams): Room | null {
  const [maxwidth, maxheight] = ['maxwidth', 'maxheight'].map((key) => params.get(key));
  const isSize = (text: string | null | undefined) => !text || /^[1-9]\d{0,8}$/.test(text);
  if (!isSize(maxwidth) || !isSize(maxheight)) return null;
  return { maxwidth: Number(maxwidth) || null, maxheight: Number(maxheight) || null };
}

/** The chart; a page also shows one whose address has parts that it passes over. */
async function read(
  pasted: Pasted,
  { fetch, url }: Pick<RequestEvent, 'fetch' | 'url'>,
): Promise<FoundChart | { refusal: Refusal }> {
  const address = new URL(url.origin);
  address.search = String(pasted.params);
  const asked = { fetch, url: withoutFrame(address) };
  const found = await (pasted.kind === 'saved'
    ? readSavedFile(pasted.name, asked)
    : readChartFile(pasted.name, asked));
  const faults = 'refusal' in found && 'faults' in found.refusal ? found.refusal.faults : [];
  const passedOver = faults.map(({ field }) => field).filter((field) => pasted.params.has(field));
  if (!pasted.lenient || passedOver.length === 0) return found;
  for (const field of passedOver) pasted.params.delete(field);
  return read(pasted, { fetch, url });
}

const titles = { 400: 'Bad Request', 404: 'Not Found', 501: 'Not Implemented' };

const problem = (status: keyof typeof titles, code: string, detail: string): Problem => ({
  type: `/api#problem-${code}`,
  title: titles[status],
  status,
  code,
  detail,
  instance: '',
  requestId: '',
});

function refuse({ url, locals }: RequestEvent, refusal: Refusal): Response {
  const told = problemOf(refusal, { instance: url.pathname, requestId: locals.requestId });
  return Response.json(told, {
    status: told.status,
    headers: { ...open, 'content-type': 'application/problem+json; charset=utf-8' },
  });
}
