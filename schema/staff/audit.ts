import { z } from '@hono/zod-openapi';
import { localised } from '../answers.ts';
import { draftCell, words } from './cells.ts';
import { auditActions, registerKinds } from './words.ts';

const auditEntry = z
  .object({
    n: z.int(),
    at: z.iso.datetime(),
    /** Null: the command line. */
    person: z.string().nullable(),
    name: z.string(),
    token: z.string().nullable(),
    action: z.enum(auditActions),
    subject: z.string().nullable(),
    year: z.int().nullable(),
    metric: z.string().nullable(),
    member: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    why: z.string().nullable(),
    hash: z.string(),
    /** Whether what it changed can be made again what it was before. */
    restorable: z.boolean(),
  })
  .openapi('AuditEntry');
export type AuditEntry = z.infer<typeof auditEntry>;

const named = z.object({ id: z.string(), names: localised });
const titled = z.object({ id: z.string(), titles: localised });

export const auditAnswer = z.object({
  entries: z.array(auditEntry).openapi({ description: 'Newest first.' }),
  /** The `before` of the next page; null at the end. */
  next: z.int().nullable(),
  /** Who there is to filter by. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
  years: z.array(z.int()).openapi({ description: 'The same, newest first.' }),
  /** What there is to filter by, and how figures are called and written now. */
  metrics: z.array(named.extend({ decimals: z.int(), members: z.array(named) })),
  sources: z.array(titled),
  breakdowns: z.array(named.extend({ members: z.array(named) })),
  /** What entries of this page name, as it is called now. */
  organisations: z.array(named),
  records: z.array(titled),
});
export type AuditAnswer = z.infer<typeof auditAnswer>;

const wholeNumber = (expected: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: `Expected ${expected}` })
    .transform(Number)
    .openapi({ type: 'integer' });

/** An entry by its number. */
export const auditParam = z.object({ n: wholeNumber('the number of an entry') });

export const auditQuery = z.strictObject({
  person: z.string().max(60).optional().openapi({ description: 'Id of the person.' }),
  metric: z.string().max(60).optional(),
  year: wholeNumber('a year, such as 2024').optional(),
  subject: z.string().max(120).optional().openapi({
    description: 'What it was done to: `organisation natt`, `record kunming-forum-2022`.',
  }),
  before: wholeNumber('the number of an entry')
    .optional()
    .openapi({ description: 'Only entries with a smaller number: `next` of the page before.' }),
  limit: wholeNumber('a number from 1 to 200')
    .pipe(
      z
        .number()
        .min(1, { error: 'Expected 1 or more' })
        .max(200, { error: 'Expected at most 200' }),
    )
    .default(50),
});

export const restoreBody = z.strictObject({
  why: words(500)
    .optional()
    .openapi({ description: 'The reason, which the trail keeps. The register takes one.' }),
});

/** False: the draft said so already, and nothing was written. */
const changed = z.boolean();

export const restoredAnswer = z.discriminatedUnion('of', [
  z.object({ of: z.literal('figure'), year: z.int(), cell: draftCell, changed }),
  z.object({
    of: z.literal('register'),
    changed,
    entries: z
      .array(z.object({ kind: z.enum(registerKinds), key: z.string() }))
      .openapi({ description: 'What is again as it was.' }),
    left: z.array(z.object({ key: z.string(), titles: localised })).openapi({
      description: 'Records of a merge that were changed since: they stay as they are.',
    }),
  }),
]);
export type RestoredAnswer = z.infer<typeof restoredAnswer>;
