import { Hono, type Context } from 'hono';
import { requestId } from 'hono/request-id';
import { app } from './app.ts';
import { edge, isStaff } from './edge.ts';
import { countEmbeds } from './embeds/count-embeds.ts';
import { answerError, answerNotFound } from './errors.ts';
import { closeDown } from './headers.ts';
import { answerPng, isPng } from './images/answer.ts';
import type { AppEnv } from './openapi.ts';

/** What the pages are given beside the bindings: the API, to be called in this process. */
export interface SiteEnv extends Env {
  API: { fetch: (request: Request) => Promise<Response> };
}

/** What answers everything that is not the API: the built pages. */
export interface Site {
  fetch(request: Request, env: SiteEnv, ctx: Context['executionCtx']): Promise<Response>;
}

const withHeaders = (request: Request, headers: Record<string, string>): Request => {
  const copy = new Request(request);
  for (const [name, value] of Object.entries(headers)) copy.headers.set(name, value);
  return copy;
};

/** The staff's half of the API, which is loaded only when it is asked for. */
const isStaffApi = (request: Request): boolean =>
  /^\/api\/(?:auth|v1\/staff)(?:\/|$)/.test(new URL(request.url).pathname);

/** The whole Worker: the API and, behind it, the pages; without a site it answers the API alone. */
export function createFront(site: Site | null) {
  const front = new Hono<AppEnv>();
  front.onError(answerError);
  front.notFound(answerNotFound);
  front.use(
    requestId({ generator: (c) => c.req.header('cf-ray') ?? crypto.randomUUID() }),
    closeDown,
    countEmbeds,
    edge,
  );

  front.all('*', async (c, next) => {
    const id = { 'x-request-id': c.get('requestId') };
    const callApi = async (request: Request) => {
      const half = isStaffApi(request) ? (await import('./staff-app.ts')).staffApp : app;
      return half.fetch(withHeaders(request, id), c.env, c.executionCtx);
    };

    if (/^\/api(?:\/|$)/.test(c.req.path)) return callApi(c.req.raw);
    if (!site) return next();
    // The adapter keeps a cache of its own by URL alone, which must never answer: releases are not in it.
    const request = withHeaders(c.req.raw, { ...id, 'cache-control': 'no-cache' });
    // A call in process has no browser to keep its cookies: the page's answer carries them.
    const cookies: string[] = [];
    const callForPage = async (request: Request) => {
      const answer = await callApi(request);
      cookies.push(...answer.headers.getSetCookie());
      return answer;
    };
    const env = { ...c.env, API: { fetch: callForPage } };
    const askSite = (request: Request) => site.fetch(request, env, c.executionCtx);
    const draw = async (svg: string, scale: number) =>
      (await import('./images/draw.ts')).drawPng(svg, scale, c.env.ASSETS);
    const answer = isPng(request)
      ? await answerPng(request, { askSite, draw })
      : await askSite(request);
    const open = new Response(answer.body, answer);
    for (const cookie of cookies) open.headers.append('set-cookie', cookie);
    if (open.status >= 400) open.headers.set('cache-control', 'no-store');
    if (isStaff(c.req.path)) open.headers.set('cache-control', 'private, no-store');
    return open;
  });
  return front;
}
