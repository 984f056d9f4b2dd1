import { createRoute, type z } from '@hono/zod-openapi';
import { figuresAnswer, type Dataset } from '../../schema/answers.ts';
import { figuresQuery, metricParam, wordedFiguresQuery } from '../../schema/queries.ts';
import { writeFiguresCsv } from '../files/csv.ts';
import { writeMetricJsonStat } from '../files/jsonstat.ts';
import { writeXlsx } from '../files/xlsx.ts';
import { answers, createRouter, fileAnswers, orNotFound } from '../openapi.ts';
import { readMetricDataset } from '../queries/dataset.ts';
import { readFigures } from '../queries/record.ts';
import { openReading } from '../reading.ts';
import { answerFile, types } from './answer-file.ts';
import { noMetric } from './metrics.ts';

const jsonRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/figures.json',
  summary: 'The same as `figures`, for who asks by the ending',
  request: { params: metricParam, query: figuresQuery },
  responses: answers(figuresAnswer, 'One point for each year, also for years without a figure.'),
});

const csvRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/figures.csv',
  summary: 'The same figures as CSV (UTF-8 with BOM), one row a figure',
  request: { params: metricParam, query: figuresQuery },
  responses: fileAnswers('text/csv', 'The figures.'),
});

const xlsxRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/figures.xlsx',
  summary: 'The same figures as a workbook: table, data, targets, sources, notes',
  request: { params: metricParam, query: wordedFiguresQuery },
  responses: fileAnswers(types.xlsx, 'The workbook.'),
});

const jsonStatRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/figures.jsonstat',
  summary: 'The same figures as a JSON-stat 2.0 dataset, a status for each',
  request: { params: metricParam, query: wordedFiguresQuery },
  responses: fileAnswers('application/json', 'The dataset: metric × part × year.'),
});

type Asked = z.infer<typeof figuresQuery>;

/** The figures of one metric with what a file says around them. */
async function readOne(env: Env, id: string, query: Asked): Promise<Dataset> {
  const { db, reading } = await openReading(env, query);
  return orNotFound(await readMetricDataset(db, reading, id, query), noMetric(id));
}

/** The figures of one metric as files. */
export const metricFiles = createRouter()
  .openapi(jsonRoute, async (c) => {
    const { id } = c.req.valid('param');
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    return c.json(orNotFound(await readFigures(db, reading, id, query), noMetric(id)), 200);
  })
  .openapi(csvRoute, async (c) => {
    const { id } = c.req.valid('param');
    const found = await readOne(c.env, id, c.req.valid('query'));
    return answerFile(c, id, 'csv', found, writeFiguresCsv(found));
  })
  .openapi(xlsxRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { lang, ...query } = c.req.valid('query');
    const found = await readOne(c.env, id, query);
    return answerFile(c, id, 'xlsx', found, writeXlsx(found, lang));
  })
  .openapi(jsonStatRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { lang, ...query } = c.req.valid('query');
    const found = await readOne(c.env, id, query);
    return answerFile(c, id, 'jsonstat', found, writeMetricJsonStat(found, lang));
  });
