import { createRoute } from '@hono/zod-openapi';
import { changesAnswer, releaseAnswer, releasesAnswer } from '../../schema/answers.ts';
import { changesQuery, noQuery, releaseParam, releasesQuery } from '../../schema/queries.ts';
import { openDb } from '../current-release.ts';
import { answers, createRouter } from '../openapi.ts';
import { countReleaseChanges } from '../queries/figures.ts';
import { readChanges } from '../queries/history.ts';
import { countRegisterChanges } from '../queries/register/change-counts.ts';
import { listReleases } from '../queries/releases.ts';
import { openReading } from '../reading.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/releases',
  summary: 'The public releases, newest first',
  request: { query: releasesQuery },
  responses: answers(releasesAnswer, 'The releases.'),
});

const releaseRoute = createRoute({
  method: 'get',
  path: '/releases/{n}',
  summary: 'One release, and how many figures and entries of the register it changed',
  request: { params: releaseParam, query: noQuery },
  responses: answers(releaseAnswer, 'The release.'),
});

const changesRoute = createRoute({
  method: 'get',
  path: '/releases/{n}/changes',
  summary: 'What a release changed, figure by figure',
  request: { params: releaseParam, query: changesQuery },
  responses: answers(changesAnswer, 'Each figure before and after.'),
});

export const releases = createRouter()
  .openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const db = openDb(c.env);
    const list = await listReleases(db, query, new Date());
    if (query.changes === 'exclude') return c.json(list, 200);
    const numbers = list.releases.map(({ n }) => n);
    const [figures, register] = await Promise.all([
      countReleaseChanges(db, numbers),
      countRegisterChanges(db, numbers),
    ]);
    const releases = list.releases.map((one) => ({
      ...one,
      changes: figures.get(one.n),
      register: register.get(one.n),
    }));
    return c.json({ ...list, releases }, 200);
  })
  .openapi(releaseRoute, async (c) => {
    const { n } = c.req.valid('param');
    const { db, reading } = await openReading(c.env, { release: n });
    const [figures, register] = await Promise.all([
      countReleaseChanges(db, [n]),
      countRegisterChanges(db, [n]),
    ]);
    const counts = { changes: figures.get(n)!, register: register.get(n)! };
    return c.json({ release: reading.release, ...counts }, 200);
  })
  .openapi(changesRoute, async (c) => {
    const { n } = c.req.valid('param');
    const { db, reading } = await openReading(c.env, { release: n });
    const page = await readChanges(db, n, c.req.valid('query'));
    return c.json({ release: reading.release, ...page }, 200);
  });
