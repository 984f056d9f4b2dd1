import { createRoute } from '@hono/zod-openapi';
import { readingQuery, yearParam } from '../../../schema/queries.ts';
import { yearComparisonsAnswer } from '../../../schema/register/year-comparisons.ts';
import { answers, createRouter } from '../../openapi.ts';
import { readYearComparisons } from '../../queries/register/year-comparisons.ts';
import { openReading } from '../../reading.ts';

const comparisonsRoute = createRoute({
  method: 'get',
  path: '/years/{year}/register',
  summary: 'The figures of one year beside what the register holds of the same',
  request: { params: yearParam, query: readingQuery },
  responses: answers(yearComparisonsAnswer, 'The total of each metric that counts records.'),
});

/** How the figures of a year and the register stand to each other. */
export const yearComparisons = createRouter().openapi(comparisonsRoute, async (c) => {
  const { year } = c.req.valid('param');
  const { sample, ...at } = c.req.valid('query');
  const { db, reading } = await openReading(c.env, at);
  const comparisons = await readYearComparisons(db, reading, { year, sample });
  return c.json({ release: reading.release, sample, year, comparisons }, 200);
});
