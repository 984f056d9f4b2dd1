import { createRoute } from '@hono/zod-openapi';
import { metricParam } from '../../../schema/queries.ts';
import { comparisonsAnswer, evidenceAnswer } from '../../../schema/register/answers.ts';
import { evidenceQuery, registerReading } from '../../../schema/register/queries.ts';
import { AppError } from '../../errors.ts';
import { answers, createRouter } from '../../openapi.ts';
import { yearsOf } from '../../queries/record.ts';
import { readComparisons, readEvidence } from '../../queries/register/evidence.ts';
import { openReading } from '../../reading.ts';

const evidenceRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/records',
  summary: 'The records behind one figure, and how many of what the metric counts they hold',
  request: { params: metricParam, query: evidenceQuery },
  responses: answers(evidenceAnswer, 'One page of the records that the metric counts.'),
});

const comparisonsRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/register',
  summary: 'Each figure of a metric beside what the register holds of the same',
  request: { params: metricParam, query: registerReading },
  responses: answers(comparisonsAnswer, 'The years in their order, each total before its parts.'),
});

const countsNone = (metric: string) =>
  new AppError(404, 'not_found', `No metric "${metric}" of this release counts records.`);

/** The records behind the figures, and how the two stand to each other. */
export const evidence = createRouter()
  .openapi(evidenceRoute, async (c) => {
    const { id } = c.req.valid('param');
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    const year = query.year ?? yearsOf(reading).last;
    const found = await readEvidence(db, reading, id, { ...query, year });
    if (!found) throw countsNone(id);
    return c.json({ release: reading.release, sample: query.sample, ...found }, 200);
  })
  .openapi(comparisonsRoute, async (c) => {
    const { id: metric } = c.req.valid('param');
    const { sample, ...at } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, at);
    const comparisons = await readComparisons(db, reading, metric, sample);
    if (!comparisons) throw countsNone(metric);
    return c.json({ release: reading.release, sample, metric, comparisons }, 200);
  });
