import { createRoute } from '@hono/zod-openapi';
import { figuresAnswer, metricAnswer, metricsAnswer } from '../../schema/answers.ts';
import { figuresQuery, metricParam, readingQuery } from '../../schema/queries.ts';
import { answers, createRouter, orNotFound } from '../openapi.ts';
import { readCatalogue } from '../queries/catalogue.ts';
import { envelope, readFigures, readMetric } from '../queries/record.ts';
import { openReading } from '../reading.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/metrics',
  summary: 'The metrics, in their groups',
  request: { query: readingQuery },
  responses: answers(metricsAnswer, 'The catalogue of metrics as of the release.'),
});

const metricRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}',
  summary: 'One metric: definition, unit, breakdown, sources',
  request: { params: metricParam, query: readingQuery },
  responses: answers(metricAnswer, 'The metric.'),
});

const figuresRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/figures',
  summary: 'The figures of one metric, with what is derived from them',
  request: { params: metricParam, query: figuresQuery },
  responses: answers(figuresAnswer, 'One point for each year, also for years without a figure.'),
});

/** What is said where a release has no such metric. */
export const noMetric = (id: string) => `There is no metric "${id}" in this release.`;

export const metrics = createRouter()
  .openapi(listRoute, async (c) => {
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    const { groups, metrics } = await readCatalogue(db, reading.release.n);
    return c.json({ ...envelope(reading, query.sample), groups, metrics }, 200);
  })
  .openapi(figuresRoute, async (c) => {
    const { id } = c.req.valid('param');
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    return c.json(orNotFound(await readFigures(db, reading, id, query), noMetric(id)), 200);
  })
  .openapi(metricRoute, async (c) => {
    const { id } = c.req.valid('param');
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    return c.json(orNotFound(await readMetric(db, reading, id, query.sample), noMetric(id)), 200);
  });
