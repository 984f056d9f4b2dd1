import { createRoute } from '@hono/zod-openapi';
import { releaseParam } from '../../../schema/queries.ts';
import {
  organisationChangesAnswer,
  recordChangesAnswer,
} from '../../../schema/register/changes.ts';
import { pageQuery } from '../../../schema/register/queries.ts';
import { answers, createRouter } from '../../openapi.ts';
import { readOrganisationChanges, readRecordChanges } from '../../queries/register/changes.ts';
import { openReading } from '../../reading.ts';

const recordsRoute = createRoute({
  method: 'get',
  path: '/releases/{n}/changes/records',
  summary: 'What a release changed of the records',
  request: { params: releaseParam, query: pageQuery },
  responses: answers(recordChangesAnswer, 'Each record before and after.'),
});

const organisationsRoute = createRoute({
  method: 'get',
  path: '/releases/{n}/changes/organisations',
  summary: 'What a release changed of the organisations',
  request: { params: releaseParam, query: pageQuery },
  responses: answers(organisationChangesAnswer, 'Each organisation before and after.'),
});

/** What a release changed of the register, entry by entry. */
export const registerChanges = createRouter()
  .openapi(recordsRoute, async (c) => {
    const { db, reading } = await openReading(c.env, { release: c.req.valid('param').n });
    const { release } = reading;
    const page = await readRecordChanges(db, release.n, c.req.valid('query'));
    return c.json({ release, ...page }, 200);
  })
  .openapi(organisationsRoute, async (c) => {
    const { db, reading } = await openReading(c.env, { release: c.req.valid('param').n });
    const { release } = reading;
    const page = await readOrganisationChanges(db, release.n, c.req.valid('query'));
    return c.json({ release, ...page }, 200);
  });
