import { createRoute } from '@hono/zod-openapi';
import { noQuery } from '../../schema/queries.ts';
import { savedChartAnswer, savedChartParam, savedChartsAnswer } from '../../schema/saved-charts.ts';
import { openNewest } from '../db.ts';
import { AppError } from '../errors.ts';
import { answers, createRouter, problemContent } from '../openapi.ts';
import { resolveRelease } from '../queries/releases.ts';
import { findSavedChart, listSavedCharts } from '../queries/saved-charts.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/charts',
  summary: 'The saved charts: views with a short name and words of their own',
  request: { query: noQuery },
  responses: answers(savedChartsAnswer, 'The charts, by name. They belong to no release.'),
});

const chartRoute = createRoute({
  method: 'get',
  path: '/charts/{name}',
  summary: 'One saved chart; it is drawn at /c/NAME',
  request: { params: savedChartParam, query: noQuery },
  responses: {
    ...answers(savedChartAnswer, 'The chart: its metric, view and words as they are now.'),
    410: problemContent('It was withdrawn.'),
  },
});

/** Read from the primary: words that were changed show at once, not when a replica has heard of them. */
async function openCharts(env: Pick<Env, 'DB'>) {
  const db = openNewest(env.DB);
  const { release } = await resolveRelease(db, {}, new Date());
  return { db, n: release.n };
}

export const charts = createRouter()
  .openapi(listRoute, async (c) => {
    const { db, n } = await openCharts(c.env);
    // Not a function of the release: the edge must not keep it.
    c.header('cache-control', 'public, no-cache');
    return c.json({ charts: await listSavedCharts(db, n) }, 200);
  })
  .openapi(chartRoute, async (c) => {
    const { name } = c.req.valid('param');
    const { db, n } = await openCharts(c.env);
    const found = await findSavedChart(db, name, n);
    if (found) return c.json(found, 200);
    throw new AppError(
      404,
      'not_found',
      `There is no chart "${name}". They are at /api/v1/charts.`,
    );
  });
