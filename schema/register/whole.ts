import { z } from '@hono/zod-openapi';
import { centre, source } from '../answers.ts';
import { organisationsAnswer, recordsAnswer } from './answers.ts';
import { partyRoles, recordKinds } from './words.ts';

/** The shape in which the API answers the whole register. */

const metricCount = z
  .object({
    metric: z.string(),
    kind: z.enum(recordKinds),
    role: z.enum(partyRoles).nullable().openapi({
      description: 'Each party of this role counts. Null: each record does.',
    }),
    landed: z.boolean().openapi({
      description: 'Whether a project counts in the year that it landed.',
    }),
  })
  .openapi('MetricCount', { description: 'How a metric counts records.' });

export const registerAnswer = z
  .object({
    release: recordsAnswer.shape.release,
    sample: recordsAnswer.shape.sample,
    centre,
    records: recordsAnswer.shape.records.openapi({ description: 'By day, oldest first.' }),
    organisations: organisationsAnswer.shape.organisations,
    counts: z.array(metricCount),
    sources: z.array(source),
    hasSample: z
      .boolean()
      .openapi({ description: 'Whether any record or organisation is sample data.' }),
  })
  .openapi('Register');

export type MetricCount = z.infer<typeof metricCount>;
export type Register = z.infer<typeof registerAnswer>;

/** What the register holds: its tables. */
export type RegisterEntries = Pick<Register, 'records' | 'organisations' | 'counts'>;
