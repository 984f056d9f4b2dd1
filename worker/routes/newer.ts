import { createRoute } from '@hono/zod-openapi';
import { newerAnswer } from '../../schema/answers.ts';
import { metricParam } from '../../schema/queries.ts';
import { newerQuery } from '../../schema/verify/queries.ts';
import { answers, createRouter, orNotFound } from '../openapi.ts';
import { readNewer } from '../queries/newer.ts';
import { openReading } from '../reading.ts';

const newerRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/newer',
  summary: 'The years of a metric whose figures have changed since a release',
  request: { params: metricParam, query: newerQuery },
  responses: answers(newerAnswer, 'The years. Also with a release named it is never kept.'),
});

export const newer = createRouter().openapi(newerRoute, async (c) => {
  const { id } = c.req.valid('param');
  const query = c.req.valid('query');
  const { db, reading } = await openReading(c.env, query);
  const found = await readNewer(db, reading, id, query, new Date());
  return c.json(orNotFound(found, `There is no metric "${id}" in this release.`), 200);
});
