import { createRoute } from '@hono/zod-openapi';
import {
  countriesAnswer,
  evidenceAnswer,
  organisationAnswer,
  organisationsAnswer,
  recordsAnswer,
  recordVersions,
} from '../../schema/register/answers.ts';
import {
  evidenceQuery,
  organisationParam,
  organisationQuery,
  organisationsQuery,
  recordsCsvQuery,
  recordsQuery,
  recordParam,
  registerReading,
} from '../../schema/register/queries.ts';
import { metricParam } from '../../schema/queries.ts';
import { writeRecordsCsv } from '../files/records.ts';
import { AppError } from '../errors.ts';
import { answers, createRouter, fileAnswers } from '../openapi.ts';
import { countCountries, listCountryCodes } from '../queries/register/countries.ts';
import { readEvidence } from '../queries/register/evidence.ts';
import { findOrganisation, findOrganisations } from '../queries/register/organisations.ts';
import { findRecords, readRecord } from '../queries/register/records.ts';
import { yearsOf } from '../queries/record.ts';
import { listSources } from '../queries/sources.ts';
import { openReading } from '../reading.ts';

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

const recordRoute = createRoute({
  method: 'get',
  path: '/records/{record}',
  summary: 'One record: parties, source, parts, and the releases that changed it',
  request: { params: recordParam, query: registerReading },
  responses: answers(recordVersions, 'The record.'),
});

const organisationsRoute = createRoute({
  method: 'get',
  path: '/organisations',
  summary: 'The organisations of the register',
  request: { query: organisationsQuery },
  responses: answers(organisationsAnswer, 'One page of the organisations that match.'),
});

const organisationRoute = createRoute({
  method: 'get',
  path: '/organisations/{organisation}',
  summary: 'One organisation, and what the centre did with it',
  request: { params: organisationParam, query: organisationQuery },
  responses: answers(organisationAnswer, 'The organisation.'),
});

const countriesRoute = createRoute({
  method: 'get',
  path: '/countries',
  summary: 'The countries of the parties, by year',
  request: { query: registerReading },
  responses: answers(countriesAnswer, 'The countries, those with most records first.'),
});

const evidenceRoute = createRoute({
  method: 'get',
  path: '/metrics/{id}/records',
  summary: 'The records behind one figure, and how many of what the metric counts they hold',
  request: { params: metricParam, query: evidenceQuery },
  responses: answers(evidenceAnswer, 'One page of the records that the metric counts.'),
});

/** Records that one CSV holds at most. */
const MOST_IN_CSV = 5_000;

const noSuch = (what: string, id: string, list: string) =>
  new AppError(
    404,
    'not_found',
    `There is no ${what} "${id}" in this release. The list is at ${list}.`,
  );

export const register = createRouter()
  .openapi(recordsRoute, async (c) => {
    const { release: _, as_of: __, limit, after, ...filters } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, c.req.valid('query'));
    const { release } = reading;
    const [found, countries] = await Promise.all([
      findRecords(db, release.n, filters, { limit, after }),
      listCountryCodes(db, release.n),
    ]);
    const sources = await listSources(
      db,
      found.records.map(({ source }) => source),
      release.n,
    );
    const { foundedYear: founded } = reading.centre;
    return c.json({ release, sample: filters.sample, founded, ...found, sources, countries }, 200);
  })
  .openapi(recordsCsvRoute, async (c) => {
    const { release: _, as_of: __, ...filters } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, c.req.valid('query'));
    const { n } = reading.release;
    const { records } = await findRecords(db, n, filters, { limit: MOST_IN_CSV });
    const sources = await listSources(
      db,
      records.map(({ source }) => source),
      n,
    );
    return c.body(writeRecordsCsv(records, sources), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="records-release-${n}.csv"`,
    });
  })
  .openapi(recordRoute, async (c) => {
    const { record: id } = c.req.valid('param');
    const query = c.req.valid('query');
    const { db, reading } = await openReading(c.env, query);
    const { release } = reading;
    const found = await readRecord(db, release.n, id, query.sample);
    if (!found) throw noSuch('record', id, '/api/v1/records');
    return c.json({ release, sample: query.sample, ...found }, 200);
  })
  .openapi(organisationsRoute, async (c) => {
    const { q, kind, country, sample, limit, after, ...at } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, at);
    const { release } = reading;
    const asked = { q, kind, country, sample };
    const found = await findOrganisations(db, release.n, asked, { limit, after });
    return c.json({ release, sample, ...found }, 200);
  })
  .openapi(organisationRoute, async (c) => {
    const { organisation: id } = c.req.valid('param');
    const { sample, limit, after, ...at } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, at);
    const { release } = reading;
    const organisation = await findOrganisation(db, release.n, id);
    if (!organisation || (sample === 'exclude' && organisation.sample)) {
      throw noSuch('organisation', id, '/api/v1/organisations');
    }
    const found = await findRecords(db, release.n, { organisation: id, sample }, { limit, after });
    const sources = await listSources(
      db,
      found.records.map(({ source }) => source),
      release.n,
    );
    return c.json({ release, sample, organisation, ...found, sources }, 200);
  })
  .openapi(countriesRoute, async (c) => {
    const { sample, ...at } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, at);
    const { release } = reading;
    const countries = await countCountries(db, release.n, sample);
    return c.json({ release, sample, countries }, 200);
  })
  .openapi(evidenceRoute, async (c) => {
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
