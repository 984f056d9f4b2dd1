import { z } from '@hono/zod-openapi';
import { centre, headline, metricFigures, metricGroup, releaseRef, source } from './answers.ts';
import { reading, year } from './queries.ts';
import { recordAnswer } from './register/answers.ts';
import { recordKinds } from './register/words.ts';

/** Years that one answer tells of at most. */
export const MOST_YEARS = 12;

const one = { path: ['as_of'], error: 'Expected either release or as_of, not both' };
const order = { path: ['to'], error: 'Expected a year not before from' };

export const yearbookQuery = z
  .strictObject({
    ...reading,
    from: year.optional(),
    to: year.optional().openapi({ description: 'By default the newest year with figures.' }),
    limit: z
      .string()
      .regex(/^(?:[1-9]\d?|100)$/, { error: 'Expected a number from 1 to 100' })
      .transform(Number)
      .default(20)
      .openapi({ type: 'integer', description: 'Records that each list of a year names.' }),
  })
  .refine((q) => q.release === undefined || q.as_of === undefined, one)
  .refine((q) => q.from === undefined || q.to === undefined || q.from <= q.to, order);

const entryList = z
  .object({
    kind: z.enum(recordKinds),
    landed: z.boolean().openapi({
      description:
        'Whether it lists the projects that landed in the year and were signed in another.',
    }),
    records: z.array(recordAnswer).openapi({ description: 'The first ones of the year, by day.' }),
    more: z.object({ value: z.int(), qualifier: z.enum(['exact', 'at_least']) }).openapi({
      description: 'How many it does not name. Beyond 500 they are not counted.',
    }),
  })
  .openapi('EntryList');

const chapter = z
  .object({
    year: z.int(),
    headlines: z
      .array(headline.extend({ metric: z.string() }))
      .openapi({ description: 'One for each metric that is counted in the year.' }),
    lists: z.array(entryList).openapi({ description: 'What the register holds; none is empty.' }),
    code: z.string().nullable().openapi({
      description: 'The code by which its figures can be verified. Null: none is issued here.',
    }),
  })
  .openapi('Chapter');

export const yearbookAnswer = z
  .object({
    release: releaseRef,
    sample: z.enum(['include', 'exclude']),
    founded: z.int().openapi({ description: 'First year of the record.' }),
    centre,
    from: z.int(),
    to: z.int(),
    years: z.array(z.int()).openapi({ description: 'Years with at least one figure.' }),
    groups: z.array(metricGroup),
    metrics: z.array(metricFigures).openapi({
      description: 'The figures of each metric since the founding, to the newest year.',
    }),
    chapters: z.array(chapter).openapi({ description: 'One for each year, oldest first.' }),
    sources: z.array(source),
    hasSample: z.boolean().openapi({
      description: 'Whether the answer holds sample figures, targets or records.',
    }),
  })
  .openapi('Yearbook');

export type Yearbook = z.infer<typeof yearbookAnswer>;
export type Chapter = Yearbook['chapters'][number];
export type EntryList = Chapter['lists'][number];
