import { z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import {
  recordChoices,
  recordImportAnswer,
  recordTemplateQuery,
} from '../../../schema/staff/register-import.ts';
import { readRecordFile } from '../../imports/register/read-records.ts';
import { fileWriters } from '../../imports/register/write-file.ts';
import { openFile } from '../../imports/open-file.ts';
import { problemContent, refuseInvalid } from '../../openapi.ts';
import { importRecords, previewRecords } from '../../queries/staff/register/import-records.ts';
import { readRecordTemplate } from '../../queries/staff/register/import-template.ts';
import { guard, type StaffEnv } from '../../staff/guard.ts';
import { createStaffRouter, staffRoute } from '../../staff/route.ts';
import { file, form, inText, nameOf, readBytes } from './sent-file.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

const template = createStaffRouter();

// A suffix is no part of a path that the router knows: it is matched by hand, and told to the document.
template.get(
  '/records/:file{template\\.(?:csv|xlsx)}',
  guard('GET /records/template.{format}'),
  createMiddleware<StaffEnv>(async (c) => {
    const format = c.req.param('file')?.endsWith('.csv') ? 'csv' : 'xlsx';
    const result = recordTemplateQuery.safeParse(c.req.query());
    refuseInvalid(result);
    const { lang, ...asked } = result.data!;
    const what = await readRecordTemplate(c.get('db'), asked);
    return c.body(fileWriters[format](what, lang) as Uint8Array<ArrayBuffer> | string, 200, {
      'content-type': types[format],
      'content-disposition': `attachment; filename="records.${format}"`,
    });
  }),
);

template.openAPIRegistry.registerPath({
  method: 'get',
  path: '/records/template.{format}',
  summary: 'Records as a file to fill in or edit, and import: one row a party, in either language',
  description: 'Takes the role viewer.',
  security: [{ session: [] }, { token: [] }],
  request: { params: z.object({ format: z.enum(['csv', 'xlsx']) }), query: recordTemplateQuery },
  responses: {
    200: {
      description: 'Heads alone, or with `filled` what the register holds.',
      content: Object.fromEntries(
        Object.values(types).map((type) => [type, { schema: { type: 'string' as const } }]),
      ),
    },
    400: problemContent('Something that was sent is not as expected.'),
    401: problemContent('Not signed in.'),
    403: problemContent('The role does not suffice.'),
    422: problemContent('More rows than can be imported again.'),
  },
});

const importRoute = staffRoute('POST /records/import', {
  summary: 'Import records into the drafts; with dry_run only say what would change',
  request: {
    query: z.object({ dry_run: z.enum(['true', 'false']).default('false') }),
    body: form(
      z.object({
        file,
        choices: inText(recordChoices)
          .optional()
          .openapi({ type: 'string', description: 'RecordImportChoices as JSON.' }),
        basis: z.string().max(64).optional().openapi({
          description:
            'The `basis` of a preview: refuses the import where it would do anything else.',
        }),
      }),
    ),
  },
  answer: recordImportAnswer,
  says: 'What was imported; records that are wrong, or wait for an answer, were not.',
});

export const registerImport = createStaffRouter()
  .route('/', template)
  .openapi(importRoute, async (c) => {
    const { file: sent, choices, basis } = c.req.valid('form');
    const { sheet, columns, organisations: answers } = choices ?? recordChoices.parse({});
    const opened = await openFile(await readBytes(sent), sheet);
    const read = readRecordFile(opened, { columns });
    const isDry = c.req.valid('query').dry_run === 'true';
    const answer = isDry
      ? await previewRecords(c.get('db'), read, answers)
      : await importRecords(c.get('db'), c.get('actor'), read, {
          answers,
          basis,
          name: nameOf(sent),
        });
    return c.json(answer, 200);
  });
