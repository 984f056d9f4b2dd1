import {
  mergeBody,
  mergedAnswer,
  mergeQuery,
  organisationBody,
  organisationEntryAnswer,
  organisationsListAnswer,
  organisationsListQuery,
  recordBody,
  recordEntryAnswer,
  recordSavedAnswer,
  recordsListAnswer,
  recordsListQuery,
  registerKey,
  similarAnswer,
  similarQuery,
} from '../../../schema/staff/register.ts';
import { listOrganisationEntries, listRecordEntries } from '../../queries/staff/register/list.ts';
import { mergeOrganisations } from '../../queries/staff/register/merge.ts';
import { readOrganisationEntry, readRecordEntry } from '../../queries/staff/register/one.ts';
import { discardRegister, saveRegister } from '../../queries/staff/register/save.ts';
import { findSimilar } from '../../queries/staff/register/similar.ts';
import { createStaffRouter, json, staffRoute } from '../../staff/route.ts';

const willBe = 'The entry as the next release will have it.';
const asPublic = 'The entry as it is public.';

const recordsRoute = staffRoute('GET /records', {
  summary: 'Records, newest first: what waits for the next release in place of what is public',
  request: { query: recordsListQuery },
  answer: recordsListAnswer,
});

const recordRoute = staffRoute('GET /records/{key}', {
  summary: 'One record as it is public, and as the next release will have it',
  request: { params: registerKey },
  answer: recordEntryAnswer,
});

const saveRecordRoute = staffRoute('PUT /records/{key}', {
  summary: 'Propose a record for the next release, or its withdrawal',
  request: { params: registerKey, body: json(recordBody) },
  answer: recordSavedAnswer,
  says: willBe,
});

const discardRecordRoute = staffRoute('DELETE /records/{key}', {
  summary: 'Take a change of a record back that is not public yet',
  request: { params: registerKey },
  answer: recordSavedAnswer,
  says: asPublic,
});

const organisationsRoute = staffRoute('GET /organisations', {
  summary: 'Organisations: what waits for the next release in place of what is public',
  request: { query: organisationsListQuery },
  answer: organisationsListAnswer,
});

const similarRoute = staffRoute('GET /organisations/similar', {
  summary: 'Organisations of that name, otherwise written: likely the same',
  request: { query: similarQuery },
  answer: similarAnswer,
});

const organisationRoute = staffRoute('GET /organisations/{key}', {
  summary: 'One organisation as it is public, and as the next release will have it',
  request: { params: registerKey },
  answer: organisationEntryAnswer,
});

const saveOrganisationRoute = staffRoute('PUT /organisations/{key}', {
  summary: 'Propose an organisation for the next release, or its withdrawal',
  request: { params: registerKey, body: json(organisationBody) },
  answer: organisationEntryAnswer,
  says: willBe,
});

const discardOrganisationRoute = staffRoute('DELETE /organisations/{key}', {
  summary: 'Take a change of an organisation back that is not public yet',
  request: { params: registerKey },
  answer: organisationEntryAnswer,
  says: asPublic,
});

const mergeRoute = staffRoute('POST /organisations/{key}/merge', {
  summary: 'Make an organisation one with another: its records name the other',
  request: { params: registerKey, query: mergeQuery, body: json(mergeBody) },
  answer: mergedAnswer,
  says: 'Every record that named it waits with the other name, and its withdrawal does.',
});

export const register = createStaffRouter()
  .openapi(recordsRoute, async (c) =>
    c.json(await listRecordEntries(c.get('db'), c.req.valid('query')), 200),
  )
  .openapi(recordRoute, async (c) => {
    const { key } = c.req.valid('param');
    return c.json(await readRecordEntry(c.get('db'), key), 200);
  })
  .openapi(saveRecordRoute, async (c) => {
    const { key } = c.req.valid('param');
    const change = { kind: 'record' as const, key, ...c.req.valid('json') };
    return c.json({ entry: await saveRegister(c.get('db'), c.get('actor'), change) }, 200);
  })
  .openapi(discardRecordRoute, async (c) => {
    const { key } = c.req.valid('param');
    const entry = await discardRegister(c.get('db'), c.get('actor'), 'record', key);
    return c.json({ entry }, 200);
  })
  .openapi(organisationsRoute, async (c) =>
    c.json(await listOrganisationEntries(c.get('db'), c.req.valid('query')), 200),
  )
  .openapi(similarRoute, async (c) => {
    const { name, not } = c.req.valid('query');
    return c.json({ organisations: await findSimilar(c.get('db'), name, not) }, 200);
  })
  .openapi(organisationRoute, async (c) => {
    const { key } = c.req.valid('param');
    return c.json({ entry: await readOrganisationEntry(c.get('db'), key) }, 200);
  })
  .openapi(saveOrganisationRoute, async (c) => {
    const { key } = c.req.valid('param');
    const change = { kind: 'organisation' as const, key, ...c.req.valid('json') };
    return c.json({ entry: await saveRegister(c.get('db'), c.get('actor'), change) }, 200);
  })
  .openapi(discardOrganisationRoute, async (c) => {
    const { key } = c.req.valid('param');
    const entry = await discardRegister(c.get('db'), c.get('actor'), 'organisation', key);
    return c.json({ entry }, 200);
  })
  .openapi(mergeRoute, async (c) => {
    const { key } = c.req.valid('param');
    const merge = {
      key,
      into: c.req.valid('json').into,
      dryRun: c.req.valid('query').dry_run !== undefined,
    };
    return c.json(await mergeOrganisations(c.get('db'), c.get('actor'), merge), 200);
  });
