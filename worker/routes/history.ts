import { createRoute } from '@hono/zod-openapi';
import { historyAnswer } from '../../schema/answers.ts';
import { historyParam, historyQuery } from '../../schema/queries.ts';
import { answers, createRouter, orNotFound } from '../openapi.ts';
import { readHistory } from '../queries/history.ts';
import { openReading } from '../reading.ts';

const historyRoute = createRoute({
  method: 'get',
  path: '/figures/{metric}/{year}/history',
  summary: 'Every version of one figure that was public, with the release that brought it',
  request: { params: historyParam, query: historyQuery },
  responses: answers(historyAnswer, 'The versions, oldest first.'),
});

export const history = createRouter().openapi(historyRoute, async (c) => {
  const { metric, year } = c.req.valid('param');
  const query = c.req.valid('query');
  const { db, reading } = await openReading(c.env, query);
  const asked = { metric, year, member: query.member ?? null, sample: query.sample };
  const found = await readHistory(db, reading, asked);
  return c.json(
    orNotFound(found, `There is no metric "${metric}", or no such member of it, in this release.`),
    200,
  );
});
