import { z } from '@hono/zod-openapi';
import { createMiddleware } from 'hono/factory';
import { writeTemplateCsv, writeTemplateXlsx } from '../../imports/template.ts';
import { AppError } from '../../errors.ts';
import { problemContent } from '../../openapi.ts';
import { readTemplate } from '../../queries/staff/import-template.ts';
import { guard, type StaffEnv } from '../../staff/guard.ts';
import { createStaffRouter } from '../../staff/route.ts';

const formats = {
  csv: { type: 'text/csv; charset=utf-8', write: writeTemplateCsv },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeTemplateXlsx,
  },
} as const;

const params = z.object({
  year: z.coerce.number().int().min(1900).max(2200),
  format: z.enum(['csv', 'xlsx']),
});

export const importTemplate = createStaffRouter();

// A suffix is no part of a path that the router knows: it is matched by hand, and told to the document.
importTemplate.get(
  '/returns/:year{\\d{4}}/:file{template\\.(?:csv|xlsx)}',
  guard('GET /returns/{year}/template.{format}'),
  createMiddleware<StaffEnv>(async (c) => {
    const year = Number(c.req.param('year'));
    const format = c.req.param('file')?.endsWith('.csv') ? 'csv' : 'xlsx';
    const metrics = await readTemplate(c.get('db'), year, new Date());
    if (!metrics) {
      throw new AppError(
        404,
        'not_found',
        `The record has no year ${year}: choose one that it has.`,
      );
    }
    return c.body(formats[format].write(year, metrics) as Uint8Array<ArrayBuffer> | string, 200, {
      'content-type': formats[format].type,
      'content-disposition': `attachment; filename="return-${year}.${format}"`,
    });
  }),
);

importTemplate.openAPIRegistry.registerPath({
  method: 'get',
  path: '/returns/{year}/template.{format}',
  summary: 'The figures of a year as a file to fill in and import',
  description: 'Takes the role viewer.',
  security: [{ session: [] }, { token: [] }],
  request: { params },
  responses: {
    200: {
      description: 'A row for each figure, with what is known of it; sample figures are empty.',
      content: Object.fromEntries(
        Object.values(formats).map(({ type }) => [type, { schema: { type: 'string' as const } }]),
      ),
    },
    401: problemContent('Not signed in.'),
    403: problemContent('The role does not suffice.'),
    404: problemContent("The year is outside the centre's life."),
  },
});
