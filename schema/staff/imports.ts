import { z } from '@hono/zod-openapi';
import { qualifiers, statuses } from '../vocabulary.ts';
import { cellContent, publishedCell } from './cells.ts';
import { importProblems, refusals } from './words.ts';

export const importLimits = { bytes: 5 * 1024 * 1024, rows: 20_000, columns: 200 } as const;

const column = z.string().max(300);

/** Where a part of a figure stands: in a column, or the same for all rows. */
const from = <T extends z.ZodType>(fixed: T) =>
  z.union([z.strictObject({ column }), z.strictObject({ fixed })]);

/**
 * How a table becomes figures. `long`: one figure a row. `wide-years`: a column for each year;
 * `wide-members`: a column for each member. Columns are named by their heads.
 */
export const mapping = z
  .strictObject({
    layout: z.enum(['long', 'wide-years', 'wide-members']).default('long'),
    /** Name of the sheet of a workbook; null: the first. */
    sheet: z.string().max(100).nullable().default(null),
    metric: z.union([
      z.strictObject({ column, values: z.record(z.string(), z.string().nullable()).optional() }),
      z.strictObject({ fixed: z.string().max(60) }),
    ]),
    /** Fixed '' is the total. `values` says what each text of the column stands for; null leaves its rows out. */
    member: z.union([
      z.strictObject({ column, values: z.record(z.string(), z.string().nullable()).optional() }),
      /** `wide-members`: which column is which member ('' the total). */
      z.strictObject({ columns: z.record(column, z.string()) }),
      z.strictObject({ fixed: z.string().max(60) }),
    ]),
    year: z.union([
      z.strictObject({ column }),
      /** `wide-years`: which columns are years. */
      z.strictObject({ columns: z.array(column).min(1).max(200) }),
      z.strictObject({ fixed: z.int() }),
    ]),
    /** Which year 2014/15 is: the one in which it begins, or ends. */
    yearRule: z.enum(['begins', 'ends']).default('begins'),
    /** Left out where the layout says where the values stand. */
    value: z.strictObject({ column }).optional(),
    qualifier: from(z.enum(qualifiers)).optional(),
    status: from(z.enum(statuses)).optional(),
    source: from(z.string().max(60)).optional(),
    noteZh: from(z.string().max(2000)).optional(),
    noteEn: from(z.string().max(2000)).optional(),
    /** Only rows that hold one of these texts in each of these columns count. */
    where: z
      .array(z.strictObject({ column, equals: z.array(z.string()).min(1).max(500) }))
      .max(20)
      .default([]),
    /** Several rows for one figure: an error, or added up. */
    duplicates: z.enum(['refuse', 'sum']).default('refuse'),
  })
  .openapi('ImportMapping');
export type Mapping = z.infer<typeof mapping>;

/** What a file looks like, before anything is made of it. */
export const inspection = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.enum(['utf-8', 'gb18030', 'utf-16le']).nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(z.string()),
  rows: z.int(),
  columns: z.array(
    z.object({
      name: z.string(),
      /** The first few different texts, and how many there are. */
      samples: z.array(z.string()),
      distinct: z.int(),
      /** All different texts when there are at most 60. */
      values: z.array(z.string()).nullable(),
    }),
  ),
  /** A mapping that may fit: whole when the file is our template. */
  suggestion: mapping.partial(),
  isTemplate: z.boolean(),
});
export type Inspection = z.infer<typeof inspection>;

const importRow = z.object({
  row: z
    .int()
    .openapi({ description: 'Row of the file, the head being 1; of several, the first.' }),
  metric: z.string(),
  year: z.int(),
  member: z.string(),
});

/** A row that is not imported, and why. `column` is null where it is the row as a whole. */
const wrongRow = z.object({
  row: z.int(),
  column: z.string().nullable(),
  value: z.string(),
  code: z.enum([...refusals, ...importProblems]),
  detail: z.string(),
});
export type WrongRow = z.infer<typeof wrongRow>;

/** What an import does, or with `dry_run` would do. Lists hold at most 500; the counts are whole. */
export const importAnswer = z
  .object({
    dryRun: z.boolean(),
    rows: z.int(),
    counts: z.object({
      added: z.int(),
      changed: z.int(),
      same: z.int(),
      wrong: z.int(),
      leftOut: z.int(),
    }),
    added: z.array(importRow.extend({ after: cellContent })),
    changed: z.array(
      importRow.extend({ before: cellContent.or(publishedCell), after: cellContent }),
    ),
    wrong: z.array(wrongRow),
    /** Years whose returns it fills, and those among them that it starts. */
    years: z.array(z.int()),
    starts: z.array(z.int()),
    /** What texts such as 2014/15 were taken for; plain years are not told. */
    yearTexts: z.array(z.object({ text: z.string(), year: z.int() })),
    /** Says that the preview and the import speak of the same drafts: sent back with the import. */
    basis: z.string(),
  })
  .openapi('Import');
export type ImportAnswer = z.infer<typeof importAnswer>;
