import { createMiddleware } from 'hono/factory';
import { openSession } from '../db.ts';
import type { AppEnv } from '../openapi.ts';
import { countEmbedUse } from '../queries/embed-uses.ts';
import { readHost } from './host.ts';

/** The chart of a frame as uses are counted by: a metric's id, or `c/NAME`. */
const chartOf = (path: string): string | null =>
  /^\/embed\/((?:c\/)?[a-z0-9-]{1,100})$/.exec(path)?.[1] ?? null;

/**
 * Counts in which hosts' pages charts are shown, whether or not the answer comes from a cache of ours. Of a reader
 * nothing is looked at, kept or sent. The answer neither waits for it nor fails with it.
 */
export const countEmbeds = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const chart = chartOf(c.req.path);
  const shown = c.res.status === 200 || c.res.status === 304;
  if (chart === null || !shown || c.req.method !== 'GET') return;
  // Only browsers say it, and only of a page in a frame: neither a link nor a robot does.
  if (c.req.header('sec-fetch-dest') !== 'iframe') return;
  const host = readHost(c.req.header('referer'), new URL(c.req.url).hostname);
  if (host === null) return;
  const { db } = openSession(c.env.DB);
  const counted = countEmbedUse(db, { chart, host }, new Date()).catch((error: unknown) =>
    console.error(JSON.stringify({ requestId: c.get('requestId'), uncounted: String(error) })),
  );
  c.executionCtx.waitUntil(counted);
});
