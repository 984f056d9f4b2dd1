import { z } from '@hono/zod-openapi';
import { importAnswer, inspection, mapping } from '../../../schema/staff/imports.ts';
import { inspectFile } from '../../imports/inspect.ts';
import { mapRows } from '../../imports/map-rows.ts';
import { openFile } from '../../imports/open-file.ts';
import { checkSize } from '../../imports/refuse.ts';
import { importFigures, previewImport } from '../../queries/staff/import-figures.ts';
import { readWorkingCatalogue } from '../../queries/staff/working-catalogue.ts';
import { createStaffRouter, staffRoute } from '../../staff/route.ts';
import { importTemplate } from './import-template.ts';

const file = z
  .custom<File>((sent) => sent instanceof File, { error: 'Send a file (multipart/form-data)' })
  .openapi({ type: 'string', format: 'binary', description: 'CSV or XLSX, at most 5 MB.' });

const inText = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'Expected JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const form = <S extends z.ZodObject>(schema: S) =>
  ({ required: true, content: { 'multipart/form-data': { schema } } }) as const;

const inspectRoute = staffRoute('POST /imports/inspect', {
  summary: 'Look at a file: its columns, and a mapping that may fit',
  request: {
    body: form(
      z.object({
        file,
        sheet: z
          .string()
          .max(100)
          .optional()
          .openapi({ description: 'Of a workbook; the first when left out.' }),
      }),
    ),
  },
  answer: inspection,
  says: 'What the file looks like.',
});

const importRoute = staffRoute('POST /imports', {
  summary: 'Import figures into the drafts; with dry_run only say what would change',
  request: {
    query: z.object({ dry_run: z.enum(['true', 'false']).default('false') }),
    body: form(
      z.object({
        file,
        mapping: inText(mapping).openapi({
          type: 'string',
          description: 'An ImportMapping as JSON.',
        }),
        basis: z.string().max(64).optional().openapi({
          description:
            'The `basis` of a preview: refuses the import where it would do anything else.',
        }),
      }),
    ),
  },
  answer: importAnswer,
  says: 'What was imported; rows that are wrong were not.',
});

/** Characters of a file's name that go into the trail. */
const NAME_LENGTH = 200;

async function readBytes(sent: File): Promise<Uint8Array> {
  checkSize(sent.size);
  return new Uint8Array(await sent.arrayBuffer());
}

export const imports = createStaffRouter()
  .route('/', importTemplate)
  .openapi(inspectRoute, async (c) => {
    const { file: sent, sheet } = c.req.valid('form');
    const opened = await openFile(await readBytes(sent), sheet ?? null);
    const { metrics } = await readWorkingCatalogue(c.get('db'));
    return c.json(inspectFile(opened, metrics), 200);
  })
  .openapi(importRoute, async (c) => {
    const { file: sent, mapping: by, basis } = c.req.valid('form');
    const opened = await openFile(await readBytes(sent), by.sheet);
    const read = mapRows(opened.table, by);
    const rows = opened.table.rows.length;
    const isDry = c.req.valid('query').dry_run === 'true';
    const answer = isDry
      ? await previewImport(c.get('db'), read, rows)
      : await importFigures(c.get('db'), c.get('actor'), read, {
          rows,
          basis,
          name: sent.name.slice(0, NAME_LENGTH),
        });
    return c.json(answer, 200);
  });
