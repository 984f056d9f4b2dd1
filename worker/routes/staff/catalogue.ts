import { z } from '@hono/zod-openapi';
import {
  catalogueAnswer,
  catalogueBody,
  catalogueContents,
  catalogueEntry,
} from '../../../schema/staff/catalogue.ts';
import type { CatalogueChange } from '../../../schema/staff/catalogue-checks.ts';
import { catalogueKinds, type CatalogueKind } from '../../../schema/staff/words.ts';
import { countPreviewAnswer, countPreviewQuery } from '../../../schema/staff/count-preview.ts';
import { refuseInvalid } from '../../openapi.ts';
import { discardEntry, saveEntry } from '../../queries/staff/catalogue.ts';
import { readCataloguePages } from '../../queries/staff/catalogue-pages.ts';
import { previewCounts } from '../../queries/staff/register/preview-counts.ts';
import { createStaffRouter, json, staffRoute } from '../../staff/route.ts';

const key = z.string().max(130);
const entryParam = z.object({ kind: z.enum(catalogueKinds), key });

const listRoute = staffRoute('GET /catalogue', {
  summary: 'What the record counts: as it is public, and as the next release will have it',
  answer: catalogueAnswer,
});

const countsRoute = staffRoute('GET /catalogue/counts', {
  summary: 'What a metric would count on the register if it counted so, year by year',
  request: { query: countPreviewQuery },
  answer: countPreviewAnswer,
});

const saveRoute = staffRoute('PUT /catalogue/{kind}/{key}', {
  summary: 'Propose a row of the catalogue for the next release',
  request: { params: entryParam, body: json(catalogueBody) },
  answer: catalogueEntry,
  says: 'The row as the next release will have it.',
});

const discardRoute = staffRoute('DELETE /catalogue/{kind}/{key}', {
  summary: 'Take a change of the catalogue back that is not public yet',
  request: { params: entryParam },
  answer: catalogueEntry,
  says: 'The row as it is public.',
});

const sourceRoute = staffRoute('PUT /sources/{key}', {
  summary: 'Propose a source for the next release',
  request: { params: z.object({ key }), body: json(catalogueBody) },
  answer: catalogueEntry,
  says: 'The source as the next release will have it.',
});

/** Reads a content by the shape of its kind. @throws AppError 400 `invalid_request` with the fields at fault */
function readChange(kind: CatalogueKind, key: string, sent: unknown): CatalogueChange {
  const result = catalogueContents[kind].nullable().safeParse(sent);
  refuseInvalid(result);
  return { kind, key, content: result.data ?? null } as CatalogueChange;
}

export const catalogue = createStaffRouter()
  .openapi(listRoute, async (c) => c.json(await readCataloguePages(c.get('db')), 200))
  .openapi(countsRoute, async (c) => {
    const { kind, role = null, landed } = c.req.valid('query');
    const how = { kind, role, landed: landed !== undefined };
    return c.json(await previewCounts(c.get('db'), how), 200);
  })
  .openapi(saveRoute, async (c) => {
    const { kind, key } = c.req.valid('param');
    const { version, content } = c.req.valid('json');
    const change = readChange(kind, key, content);
    return c.json(await saveEntry(c.get('db'), c.get('actor'), change, version), 200);
  })
  .openapi(discardRoute, async (c) => {
    const { kind, key } = c.req.valid('param');
    return c.json(await discardEntry(c.get('db'), c.get('actor'), kind, key), 200);
  })
  .openapi(sourceRoute, async (c) => {
    const { key } = c.req.valid('param');
    const { version, content } = c.req.valid('json');
    const change = readChange('source', key, content);
    return c.json(await saveEntry(c.get('db'), c.get('actor'), change, version), 200);
  });
