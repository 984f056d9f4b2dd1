import { createRoute, type z } from '@hono/zod-openapi';
import { datasetAnswer, type Dataset } from '../../schema/answers.ts';
import type { PackageFile } from '../../schema/dataset/tables.ts';
import {
  figuresQuery,
  packageFileParam,
  readingQuery,
  wordedFiguresQuery,
  wordedReadingQuery,
} from '../../schema/queries.ts';
import { writeFiguresCsv } from '../files/csv.ts';
import { writeJsonStat } from '../files/jsonstat.ts';
import { writeArchive, writeDataPackage, writePackageFile } from '../files/package.ts';
import { writeXlsx } from '../files/xlsx.ts';
import { answers, createRouter, fileAnswers } from '../openapi.ts';
import { readDataset, readPackage } from '../queries/dataset.ts';
import { openReading } from '../reading.ts';
import { answerFile, types } from './answer-file.ts';

const WHOLE = 'yearbook';

const figures = (ending: '' | '.json') =>
  createRoute({
    method: 'get',
    path: `/figures${ending}`,
    summary: `The figures of every metric${ending && ', for who asks by the ending'}`,
    request: { query: figuresQuery },
    responses: answers(datasetAnswer, 'Every metric with its figures.'),
  });

const csvRoute = createRoute({
  method: 'get',
  path: '/figures.csv',
  summary: 'The figures of every metric as CSV (UTF-8 with BOM), one row a figure',
  request: { query: figuresQuery },
  responses: fileAnswers('text/csv', 'The figures.'),
});

const xlsxRoute = createRoute({
  method: 'get',
  path: '/figures.xlsx',
  summary: 'The figures of every metric as a workbook: table, data, targets, sources, notes',
  request: { query: wordedFiguresQuery },
  responses: fileAnswers(types.xlsx, 'The workbook.'),
});

const jsonStatRoute = createRoute({
  method: 'get',
  path: '/figures.jsonstat',
  summary: 'The figures of every metric as a JSON-stat 2.0 collection, a dataset for each',
  request: { query: wordedFiguresQuery },
  responses: fileAnswers('application/json', 'The collection.'),
});

const descriptorRoute = createRoute({
  method: 'get',
  path: '/datapackage.json',
  summary: 'What the whole record consists of, for programs (Frictionless Data Package 2.0)',
  request: { query: wordedReadingQuery },
  responses: fileAnswers('application/json', 'The descriptor: tables, columns, keys, sources.'),
});

const partRoute = createRoute({
  method: 'get',
  path: '/dataset/{file}',
  summary: 'One file of the data package',
  request: { params: packageFileParam, query: readingQuery },
  responses: fileAnswers('text/csv', 'The file.'),
});

const archiveRoute = createRoute({
  method: 'get',
  path: '/dataset.zip',
  summary: 'The whole record as a zip: tables as CSV, datapackage.json, README.txt',
  request: { query: wordedReadingQuery },
  responses: fileAnswers(types.zip, 'The archive.'),
});

async function readAll(env: Env, query: z.infer<typeof figuresQuery>): Promise<Dataset> {
  const { db, reading } = await openReading(env, query);
  return readDataset(db, reading, query);
}

/** What the whole package is made of, or one file of it. */
async function readParts(env: Env, query: z.infer<typeof readingQuery>, file?: PackageFile) {
  const { db, reading } = await openReading(env, query);
  return readPackage(db, reading, { sample: query.sample, file });
}

/** The whole record as files. */
export const dataset = createRouter()
  .openapi(figures(''), async (c) => c.json(await readAll(c.env, c.req.valid('query')), 200))
  .openapi(figures('.json'), async (c) => c.json(await readAll(c.env, c.req.valid('query')), 200))
  .openapi(csvRoute, async (c) => {
    const found = await readAll(c.env, c.req.valid('query'));
    return answerFile(c, WHOLE, 'csv', found, writeFiguresCsv(found));
  })
  .openapi(xlsxRoute, async (c) => {
    const { lang, ...query } = c.req.valid('query');
    const found = await readAll(c.env, query);
    return answerFile(c, WHOLE, 'xlsx', found, writeXlsx(found, lang));
  })
  .openapi(jsonStatRoute, async (c) => {
    const { lang, ...query } = c.req.valid('query');
    const found = await readAll(c.env, query);
    return answerFile(c, WHOLE, 'jsonstat', found, writeJsonStat(found, lang));
  })
  .openapi(descriptorRoute, async (c) => {
    const { lang: language, ...query } = c.req.valid('query');
    const { origin } = new URL(c.req.url);
    const record = await readParts(c.env, query);
    const body = await writeDataPackage(record, { origin, language });
    return c.body(body, 200, { 'content-type': types.json });
  })
  .openapi(partRoute, async (c) => {
    const { file } = c.req.valid('param');
    const { origin } = new URL(c.req.url);
    const record = await readParts(c.env, c.req.valid('query'), file);
    const [what = '', ending] = file.split('.') as [string, 'csv' | 'txt'];
    const body = writePackageFile(file, record, { origin, language: 'zh' });
    return answerFile(c, what, ending, record, body);
  })
  .openapi(archiveRoute, async (c) => {
    const { lang: language, ...query } = c.req.valid('query');
    const { origin } = new URL(c.req.url);
    const record = await readParts(c.env, query);
    return answerFile(c, WHOLE, 'zip', record, await writeArchive(record, { origin, language }));
  });
