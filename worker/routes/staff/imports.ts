import { z } from '@hono/zod-openapi';
import { importAnswer, inspection, mapping } from '../../../schema/staff/imports.ts';
import { inspectFile } from '../../imports/inspect.ts';
import { mapRows } from '../../imports/map-rows.ts';
import { openFile } from '../../imports/open-file.ts';
import { importFigures, previewImport } from '../../queries/staff/import-figures.ts';
import { readWorkingCatalogue } from '../../queries/staff/working-catalogue.ts';
import { createStaffRouter, staffRoute } from '../../staff/route.ts';
import { importTemplate } from './import-template.ts';
import { file, form, inText, nameOf, readBytes } from './sent-file.ts';

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
          name: nameOf(sent),
        });
    return c.json(answer, 200);
  });
