import { createRoute } from '@hono/zod-openapi';
import { yearbookAnswer, yearbookQuery } from '../../schema/yearbook.ts';
import { answers, createRouter } from '../openapi.ts';
import { readYearbook } from '../queries/yearbook.ts';
import { openReading } from '../reading.ts';

const yearbookRoute = createRoute({
  method: 'get',
  path: '/yearbook',
  summary: 'Years as the chapters of a book: figures, records and parties, sources, codes',
  request: { query: yearbookQuery },
  responses: answers(yearbookAnswer, 'The chapters, oldest first.'),
});

/** The yearbook of one or some years. */
export const yearbook = createRouter().openapi(yearbookRoute, async (c) => {
  const query = c.req.valid('query');
  const { db, reading } = await openReading(c.env, query);
  return c.json(await readYearbook(db, reading, query, c.env.VERIFY_SECRET), 200);
});
