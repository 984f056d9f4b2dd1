import { createRoute } from '@hono/zod-openapi';
import { organisationAnswer, organisationsAnswer } from '../../../schema/register/answers.ts';
import {
  organisationParam,
  organisationQuery,
  organisationsQuery,
} from '../../../schema/register/queries.ts';
import { answers, createRouter } from '../../openapi.ts';
import { listCountryCodes } from '../../queries/register/countries.ts';
import { readOrganisationHistory } from '../../queries/register/organisation-history.ts';
import { findOrganisation, findOrganisations } from '../../queries/register/organisations.ts';
import { findRecords } from '../../queries/register/records.ts';
import { listSourcesOf } from '../../queries/sources.ts';
import { openReading } from '../../reading.ts';
import { noSuch } from './absence.ts';

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

/** The organisations of the register, and what the centre did with each. */
export const organisations = createRouter()
  .openapi(organisationsRoute, async (c) => {
    const { q, kind, country, sample, limit, after, ...at } = c.req.valid('query');
    const { db, reading } = await openReading(c.env, at);
    const { release } = reading;
    const asked = { q, kind, country, sample };
    const [found, countries] = await Promise.all([
      findOrganisations(db, release.n, asked, { limit, after }),
      listCountryCodes(db, release.n),
    ]);
    return c.json({ release, sample, ...found, countries }, 200);
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
    const [found, past] = await Promise.all([
      findRecords(db, release.n, { organisation: id, sample }, { limit, after }),
      readOrganisationHistory(db, release.n, id, sample),
    ]);
    const sources = await listSourcesOf(db, found.records, release.n);
    return c.json({ release, sample, organisation, ...past, ...found, sources }, 200);
  });
