import { createRoute } from '@hono/zod-openapi';
import { recordsAnswer, recordVersions } from '../../../schema/register/answers.ts';
import {
  recordsCsvQuery,
  recordsQuery,
  recordsXlsxQuery,
  recordParam,
  registerReading,
} from '../../../schema/register/queries.ts';
import { writeRecordsXlsx } from '../../files/records-xlsx.ts';
import { writeRecordsCsv } from '../../files/records.ts';
import { answers, createRouter, fileAnswers } from '../../openapi.ts';
import { readCatalogue } from '../../queries/catalogue.ts';
import { listCountryCodes } from '../../queries/register/countries.ts';
import { readRecord } from '../../queries/register/record.ts';
import { findRecords } from '../../queries/register/records.ts';
import { listSourcesOf } from '../../queries/sources.ts';
import { openReading } from '../../reading.ts';
import { answerFile, types } from '../answer-file.ts';
import { noSuch } from './absence.ts';

const recordsRoute = createRoute({
  method: 'get',
  path: '/records',
  summary: 'The register: meetings, agreements, projects and programmes, newest first',
  request: { query: recordsQuery },
  responses: answers(recordsAnswer, 'One page of the records that match.'),
});

const recordsCsvRoute = createRoute({
  method: 'get',
  path: '/records.csv',
  summary: 'The same records as CSV (UTF-8 with BOM), one row a party, at most 5,000 records',
  request: { query: recordsCsvQuery },
  responses: fileAnswers('text/csv', 'The records.'),
});

const recordsXlsxRoute = createRoute({
  method: 'get',
  path: '/records.xlsx',
  summary: 'The same records as a workbook, one row a party, at most 5,000 records',
  request: { query: recordsXlsxQuery },
  responses: fileAnswers(types.xlsx, 'The workbook.'),
});

const recordRoute = createRoute({
  method: 'get',
  path: '/records/{record}',
  summary: 'One record: parties, source, parts, and the releases that changed it',
  request: { params: recordParam, query: registerReading },
  responses: answers(recordVersions, 'The record.'),
});

/** Records that one file holds at most. */
const MOST_IN_FILE = 5_000;

/** The entries of the register: as pages, as one file, and one by one. */
export const records = createRouter()
  .openapi(recordsRoute, async (c) => {
    const { release: _, as_of: __, limit, after, ...filters } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, c.req.valid('query'));
    const { release } = reading;
    const [found, countries] = await Promise.all([
      findRecords(db, release.n, filters, { limit, after }),
      listCountryCodes(db, release.n),
    ]);
    const sources = await listSourcesOf(db, found.records, release.n);
    const { foundedYear: founded } = reading.centre;
    return c.json({ release, sample: filters.sample, founded, ...found, sources, countries }, 200);
  })
  .openapi(recordsCsvRoute, async (c) => {
    const { release: _, as_of: __, ...filters } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, c.req.valid('query'));
    const { release } = reading;
    const { records: found } = await findRecords(db, release.n, filters, { limit: MOST_IN_FILE });
    const sources = await listSourcesOf(db, found, release.n);
    const { sample } = filters;
    return answerFile(c, 'records', 'csv', { release, sample }, writeRecordsCsv(found, sources));
  })
  .openapi(recordsXlsxRoute, async (c) => {
    const { release: _, as_of: __, lang, ...filters } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, c.req.valid('query'));
    const { release, centre } = reading;
    const [{ records: found }, { metrics }] = await Promise.all([
      findRecords(db, release.n, filters, { limit: MOST_IN_FILE }),
      readCatalogue(db, release.n),
    ]);
    const sources = await listSourcesOf(db, found, release.n);
    const file = writeRecordsXlsx({ records: found, sources, metrics, release, centre }, lang);
    return answerFile(c, 'records', 'xlsx', { release, sample: filters.sample }, file);
  })
  .openapi(recordRoute, async (c) => {
    const { record: id } = c.req.valid('param');
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    const { release } = reading;
    const found = await readRecord(db, release.n, id, query.sample);
    if (!found) throw noSuch('record', id, '/api/v1/records');
    return c.json({ release, sample: query.sample, ...found }, 200);
  });
