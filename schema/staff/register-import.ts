import { z } from '@hono/zod-openapi';
import { filters } from '../register/queries.ts';
import { inspection } from './imports.ts';
import { namedOrganisation, organisationContent, recordContent } from './register.ts';
import { registerRefusals } from './register-checks.ts';
import { recordFieldNames } from './register-fields.ts';
import { recordProblems } from './register-problems.ts';
import { catalogueContents } from './catalogue.ts';

/** Rows that one file of records has at most: its changes go into one atomic batch. */
export const MOST_RECORD_ROWS = 5_000;

const field = z.enum(recordFieldNames);

/** How a file is read, and what was settled of its organisations. */
export const recordChoices = z
  .strictObject({
    sheet: z.string().max(100).nullable().default(null),
    columns: z.record(z.string().max(300), field.nullable()).default({}).openapi({
      description: 'What columns are, by head; null: not read. Others by their heads.',
    }),
    organisations: z.record(z.string().max(600), z.string().max(100)).default({}).openapi({
      description: 'By `key` of a question: the id of the same organisation; "": another one.',
    }),
  })
  .openapi('RecordImportChoices');
export type RecordChoices = z.infer<typeof recordChoices>;

const wrongRecordRow = z.object({
  row: z.int().openapi({ description: 'Row of the file, the head being 1.' }),
  field: field.nullable(),
  column: z.string().nullable().openapi({ description: 'Its head; null where the file has none.' }),
  value: z.string(),
  code: z.enum([...registerRefusals, ...recordProblems]),
  detail: z.string(),
});
export type WrongRecordRow = z.infer<typeof wrongRecordRow>;

const entry = z.object({
  row: z.int().openapi({ description: 'The first of its rows.' }),
  key: z.string(),
});

/** What an import of records does, or with `dry_run` would do. Lists hold at most 500; the counts are whole. */
export const recordImportAnswer = z
  .object({
    dryRun: z.boolean(),
    file: inspection
      .pick({ format: true, encoding: true, delimiter: true, sheets: true, rows: true })
      .extend({
        columns: z.array(inspection.shape.columns.element.extend({ field: field.nullable() })),
      }),
    counts: z.object({
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      waiting: z.int().openapi({ description: 'Records that wait for an answer to a question.' }),
      wrong: z.int().openapi({ description: 'Records that are wrong, and rows of none.' }),
      faults: z.int().openapi({ description: 'What is wrong, cell by cell.' }),
      organisations: z.int(),
      sources: z.int(),
    }),
    added: z.array(entry.extend({ after: recordContent })),
    changed: z.array(entry.extend({ before: recordContent, after: recordContent })),
    organisations: z
      .array(entry.extend({ content: organisationContent }))
      .openapi({ description: 'The organisations that it makes.' }),
    sources: z
      .array(entry.extend({ content: catalogueContents.source }))
      .openapi({ description: 'The sources that it makes.' }),
    named: z
      .array(namedOrganisation)
      .openapi({ description: 'Those on the register that the records shown name.' }),
    questions: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        country: z.string().nullable(),
        rows: z.array(z.int()),
        candidates: z.array(namedOrganisation),
        answer: z.string().nullable().openapi({ description: 'As it was settled; null: not yet.' }),
      }),
    ),
    unread: z.array(z.object({ row: z.int(), field, value: z.string(), of: z.string() })).openapi({
      description:
        'What the file says of organisations and sources that the register says otherwise: it stays.',
    }),
    wrong: z.array(wrongRecordRow),
    basis: z.string(),
  })
  .openapi('RecordImport');
export type RecordImport = z.infer<typeof recordImportAnswer>;

export const recordTemplateQuery = z.strictObject({
  ...filters,
  lang: z.enum(['zh', 'en']).default('zh').openapi({ description: 'Language of heads and words.' }),
  filled: z.enum(['true', 'false']).default('false').openapi({
    description: 'With what is on the register, and what waits; sample data left out.',
  }),
});
