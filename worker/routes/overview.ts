import { createRoute } from '@hono/zod-openapi';
import { overviewAnswer, yearAnswer } from '../../schema/answers.ts';
import { overviewQuery, readingQuery, yearParam } from '../../schema/queries.ts';
import { answers, createRouter } from '../openapi.ts';
import { readOverview } from '../queries/record.ts';
import { openReading } from '../reading.ts';

const overviewRoute = createRoute({
  method: 'get',
  path: '/overview',
  summary: 'Every metric in one year, by default the newest with figures',
  request: { query: overviewQuery },
  responses: answers(overviewAnswer, 'A headline and a series since the founding for each metric.'),
});

const yearRoute = createRoute({
  method: 'get',
  path: '/years/{year}',
  summary: 'Everything of one year, with all members',
  request: { params: yearParam, query: readingQuery },
  responses: answers(yearAnswer, 'The overview of that year, by members.'),
});

export const overview = createRouter()
  .openapi(overviewRoute, async (c) => {
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    return c.json(await readOverview(db, reading, query), 200);
  })
  .openapi(yearRoute, async (c) => {
    const { year } = c.req.valid('param');
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    return c.json(await readOverview(db, reading, { ...query, year, by: 'members' }), 200);
  });
