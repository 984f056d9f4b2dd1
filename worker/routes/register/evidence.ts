import { createRoute } from '@hono/zod-openapi';
import { metricParam } from '../../../schema/queries.ts';
import { evidenceAnswer } from '../../../schema/register/answers.ts';
import { evidenceQuery } from '../../../schema/register/queries.ts';
import { AppError } from '../../errors.ts';
import { answers, createRouter } from '../../openapi.ts';
import { yearsOf } from '../../queries/record.ts';
import { readEvidence } from '../../queries/register/evidence.ts';
import { openReading } from '../../reading.ts';

const evidenceRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/records',
  summary: 'The records behind one figure, and how many of what the metric counts they hold',
  request: { params: metricParam, query: evidenceQuery },
  responses: answers(evidenceAnswer, 'One page of the records that the metric counts.'),
});

/** The records behind the figures. */
export const evidence = createRouter().openapi(evidenceRoute, async (c) => {
  const { id } = c.req.valid('param');
  const query = c.req.valid('query');
  const { db, reading } = await openReading(c.env, query);
  const year = query.year ?? yearsOf(reading).last;
  const found = await readEvidence(db, reading, id, { ...query, year });
  if (!found) {
    throw new AppError(404, 'not_found', `No metric "${id}" of this release counts records.`);
  }
  return c.json({ release: reading.release, sample: query.sample, ...found }, 200);
});
