import { chartBody, chartParam, chartsAnswer, staffChart } from '../../../schema/staff/charts.ts';
import { deleteChart, saveChart } from '../../queries/staff/save-chart.ts';
import { listCharts } from '../../queries/staff/saved-charts.ts';
import { createStaffRouter, json, staffRoute } from '../../staff/route.ts';

const listRoute = staffRoute('GET /charts', {
  summary: 'The saved charts, where they are used, and the metrics that there can be charts of',
  answer: chartsAnswer,
});

const saveRoute = staffRoute('PUT /charts/{name}', {
  summary: 'Give a view a short name, or change its view, titles and notes',
  request: { params: chartParam, body: json(chartBody) },
  answer: staffChart,
  says: 'The chart as it is now, for everyone.',
});

const deleteRoute = staffRoute('DELETE /charts/{name}', {
  summary: 'Withdraw a chart: its addresses say so from now on',
  request: { params: chartParam },
  answer: staffChart,
  says: 'The chart as it was.',
});

export const charts = createStaffRouter()
  .openapi(listRoute, async (c) => c.json(await listCharts(c.get('db')), 200))
  .openapi(saveRoute, async (c) => {
    const { name } = c.req.valid('param');
    return c.json(await saveChart(c.get('db'), c.get('actor'), name, c.req.valid('json')), 200);
  })
  .openapi(deleteRoute, async (c) => {
    const { name } = c.req.valid('param');
    return c.json(await deleteChart(c.get('db'), c.get('actor'), name), 200);
  });
