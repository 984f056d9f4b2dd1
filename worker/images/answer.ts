/** Draws an SVG text as PNG. */
export type DrawPng = (svg: string, scale: number) => Promise<Uint8Array<ArrayBuffer>>;

/** Whether the address is that of an image which the site has as SVG. */
export const isPng = ({ method, url }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  /^\/(?:charts|c)\/[^/]+\.png$/.test(new URL(url).pathname);

const toPng = (text: string) => text.replace(/\.svg(?=["';]|$)/g, '.png');

/** The answer to the same address that ends in `.svg`, with other headers and another body. */
function answerAs(answer: Response, type: string, body: BodyInit | null): Response {
  const headers = new Headers(answer.headers);
  headers.set('content-type', type);
  for (const name of ['content-length', 'etag']) headers.delete(name);
  const name = headers.get('content-disposition');
  if (name) headers.set('content-disposition', toPng(name));
  return new Response(body, { status: answer.status, headers });
}

/**
 * Answers the address of a PNG with what the site answers to the same address that ends in `.svg`: its image drawn,
 * at `scale` pixels for each of its own, its name, its status, its problem.
 */
export async function answerPng(
  request: Request,
  { askSite, draw }: { askSite: (request: Request) => Promise<Response>; draw: DrawPng },
): Promise<Response> {
  const url = new URL(request.url);
  const { pathname } = url;
  url.pathname = pathname.replace(/png$/, 'svg');
  const answer = await askSite(new Request(url, request));
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('image/svg')) {
    if (request.method === 'HEAD') return answerAs(answer, 'image/png', null);
    const scale = Number(/^[123]$/.exec(url.searchParams.get('scale') ?? '')?.[0] ?? 1);
    return answerAs(answer, 'image/png', await draw(await answer.text(), scale));
  }
  if (request.method === 'GET' && type.startsWith('application/problem+json')) {
    const problem = { ...(await answer.json<object>()), instance: pathname };
    return answerAs(answer, type, JSON.stringify(problem));
  }
  return answer;
}
