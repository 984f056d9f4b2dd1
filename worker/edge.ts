import { createMiddleware } from 'hono/factory';
import { currentRelease } from './current-release.ts';
import { openNewest } from './db.ts';
import type { AppEnv } from './openapi.ts';
import { readChartStamp } from './queries/saved-charts.ts';

/** May be kept by anyone, but has to be asked for again: a release can come at any moment. */
const LIVE = 'public, no-cache';
const FOR_EVER = 'public, max-age=31536000, immutable';

/**
 * Public answers depend only on (release, build, URL). They carry that as their ETag, are kept in the edge cache
 * under it, and a publication changes it: nothing is ever purged. Where the URL names the release the answer never
 * changes. The words of a saved chart change without a release: there the last change of them is a part of the tag, and
 * nothing is immutable. On `*.workers.dev` the edge cache keeps nothing: all is as right there, only slower.
 */
export const edge = createMiddleware<AppEnv>(async (c, next) => {
  const url = new URL(c.req.url);
  if (isStaff(url.pathname)) return next();
  const asksToRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const current = asksToRead ? await currentRelease(c.env.DB, Date.now()) : null;
  if (current === null) return next();

  const named = namedRelease(url, current);
  const chart = savedChart(url);
  const stamp = chart === null ? '' : `-c${await readChartStamp(openNewest(c.env.DB), chart)}`;
  const version = `${named ?? current}-${c.env.VERSION.id}${stamp}`;
  const etag = `"${version}"`;
  const control = named === null || chart !== null ? LIVE : FOR_EVER;
  if (holds(c.req.header('if-none-match'), etag)) {
    return c.body(null, 304, { etag, 'cache-control': control });
  }

  const key = keyOf(url, version);
  const kept = await caches.default.match(key);
  if (kept) {
    c.res = new Response(kept.body, kept);
  } else {
    await next();
    if (!isKeepable(c.res)) return;
    // The answer to HEAD has no body: kept, it would answer a GET.
    if (c.req.method === 'GET') {
      const copy = c.res.clone();
      copy.headers.set('cache-control', 'public, max-age=86400');
      c.executionCtx.waitUntil(caches.default.put(key, copy));
    }
  }
  c.res.headers.set('etag', etag);
  c.res.headers.set('cache-control', control);
});

/** What depends on who asks: never kept, never shared. */
export const isStaff = (pathname: string): boolean =>
  /^\/(?:staff|api\/auth|api\/v1\/staff)(?:\/|$)/.test(pathname);

/** Pages about releases, their feed, and what has become of a code: of now, whatever release the reader came from. */
const aboutReleases = /^\/[^/]+\/(?:releases(?:\.atom)?|v)(?:\/|$)/;

/** Whether something has changed since a release is no matter of that release; nor is what oEmbed says of an address. */
const aboutLater = /^\/(?:api\/v1\/metrics\/[^/]+\/newer|oembed)$/;

/** The public release that the URL names, by parameter or, in the API, by path. */
function namedRelease({ pathname, searchParams }: URL, current: number): string | null {
  if (aboutLater.test(pathname)) return null;
  if (!pathname.startsWith('/api/') && aboutReleases.test(pathname)) return null;
  const byPath = /^\/api\/v1\/releases\/(\d+)(?:\/|$)/.exec(pathname)?.[1];
  const named = byPath ?? searchParams.get('release') ?? '';
  return /^[1-9]\d{0,8}$/.test(named) && Number(named) <= current ? named : null;
}

/** Where a saved chart is shown: its pages, files and frames, and what the API says of it. */
const ofSavedChart =
  /^\/(?:[^/]+\/){0,2}c\/([a-z0-9-]+)(?:[./].*)?$|^\/api\/v1\/charts\/([a-z0-9-]+)$/;

/** The name of the saved chart that an address shows or describes: its words change without a release. */
function savedChart({ pathname, searchParams }: URL): string | null {
  const pasted = pathname === '/oembed' ? URL.parse(searchParams.get('url') ?? '') : null;
  const [, shown, told] = ofSavedChart.exec(decoded(pasted?.pathname ?? pathname)) ?? [];
  return shown ?? told ?? null;
}

/** A path as the pages read it: `/%63/name` is `/c/name`. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Answers that say nothing else about themselves: not an error, a redirect, or something personal. */
function isKeepable(response: Response): boolean {
  return (
    response.status === 200 &&
    !response.headers.has('cache-control') &&
    !response.headers.has('set-cookie')
  );
}

function keyOf(url: URL, version: string): Request {
  const key = new URL(url);
  key.searchParams.append('~version', version);
  return new Request(key);
}

/** Whether an If-None-Match header names the tag; a proxy that compresses makes it a weak one. */
const holds = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false;
