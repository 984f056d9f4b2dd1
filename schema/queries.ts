import { z } from '@hono/zod-openapi';
import { fileLanguages } from './dataset/languages.ts';
import { packageFiles } from './dataset/tables.ts';

/** The query parameters of the public API. Strict: an unknown parameter is refused, not ignored. */

/** An object of named parameters; the message for any other names those it takes. */
const parameters = <T extends z.core.$ZodShape>(shape: T) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `Unknown parameter. This address takes ${Object.keys(shape).join(', ') || 'no parameters'}`
        : undefined,
  });

const text = () => z.string({ error: 'Expected one value' });

const wholeNumber = (expected: string, min: number, max: number) =>
  text()
    .regex(/^\d{1,9}$/, { error: `Expected ${expected}` })
    .transform(Number)
    .pipe(
      z
        .number()
        .min(min, { error: `Expected ${expected}` })
        .max(max, { error: `Expected ${expected}` }),
    );

export const year = wholeNumber('a year, such as 2024', 1900, 2200).openapi({
  type: 'integer',
  example: 2024,
});

const releaseNumber = wholeNumber('a release number of 1 or more', 1, 999_999_999).openapi({
  type: 'integer',
  example: 3,
});

/** What every read takes: which state of the record, and whether sample figures count. */
export const reading = {
  release: releaseNumber.optional().openapi({ description: 'Read the record as of this release.' }),
  as_of: z.iso
    .date({ error: 'Expected a date, such as 2025-03-01' })
    .optional()
    .openapi({ description: 'Read the record as it was public at the end of this day.' }),
  sample: z
    .enum(['include', 'exclude'], { error: 'Expected include or exclude' })
    .default('include')
    .openapi({ description: 'Whether sample figures are part of the answer.' }),
};

const one = <T extends { release?: unknown; as_of?: unknown }>(query: T) =>
  query.release === undefined || query.as_of === undefined;
const oneError = { path: ['as_of'], error: 'Expected either release or as_of, not both' };

export const readingQuery = parameters(reading).refine(one, oneError);

export const by = z.enum(['total', 'members'], { error: 'Expected total or members' });

export const figuresQuery = z
  .strictObject({
    ...reading,
    from: year.optional(),
    to: year.optional(),
    by: by.default('members'),
  })
  .refine(one, oneError)
  .refine((q) => q.from === undefined || q.to === undefined || q.from <= q.to, {
    path: ['to'],
    error: 'Expected a year not before from',
  });

export const newerQuery = figuresQuery.safeExtend({
  show: z
    .enum(['value', 'change', 'cumulative', 'share'], {
      error: 'Expected value, change, cumulative or share',
    })
    .default('value')
    .openapi({ description: 'Which number of each figure is compared.' }),
});

export const lang = z
  .enum(fileLanguages, { error: `Expected ${fileLanguages.join(' or ')}` })
  .default('zh')
  .openapi({
    description: 'Language of the words; texts of the record that lack it are as they are.',
  });

/** Of files with words in them. */
export const wordedFiguresQuery = figuresQuery.safeExtend({ lang });

export const wordedReadingQuery = parameters({ ...reading, lang }).refine(one, oneError);

export const overviewQuery = z
  .strictObject({ ...reading, year: year.optional(), by: by.default('total') })
  .refine(one, oneError);

export const releasesQuery = parameters({
  limit: wholeNumber('a number from 1 to 200', 1, 200).default(50),
  before: releaseNumber.optional(),
  changes: z
    .enum(['include', 'exclude'], { error: 'Expected include or exclude' })
    .default('exclude')
    .openapi({
      description:
        'Whether to count the figures and entries of the register that each release changed.',
    }),
});

export const changesQuery = parameters({
  limit: wholeNumber('a number from 1 to 1000', 1, 1000).default(500),
  after: text()
    .regex(/^[a-z0-9-]+~\d{4}~[a-z0-9-]*$/, { error: 'Expected the next value of a former answer' })
    .optional(),
});

export const historyQuery = z
  .strictObject({ ...reading, member: z.string().max(100).optional() })
  .refine(one, oneError);

export const noQuery = parameters({});
export const metricParam = z.object({ id: z.string().max(100) });
export const packageFileParam = z.object({
  file: z.enum(packageFiles, { error: `Expected ${packageFiles.join(', ')}` }),
});
export const yearParam = z.object({ year });
export const releaseParam = z.object({ n: releaseNumber });
export const historyParam = z.object({ metric: z.string().max(100), year });

export type ReadingQuery = z.infer<typeof readingQuery>;
