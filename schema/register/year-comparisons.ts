import { z } from '@hono/zod-openapi';
import { comparisonsAnswer } from './answers.ts';

/** The shape in which the API answers how the figures of a year and the register stand to each other. */

export const yearComparisonsAnswer = z
  .object({
    release: comparisonsAnswer.shape.release,
    sample: comparisonsAnswer.shape.sample,
    year: z.int(),
    comparisons: z
      .array(comparisonsAnswer.shape.comparisons.element.extend({ metric: z.string() }))
      .openapi({ description: 'The total of each metric that counts records.' }),
  })
  .openapi('YearComparisons', {
    description: 'The figures of one year beside what the register holds of the same.',
  });

export type YearComparison = z.infer<typeof yearComparisonsAnswer>['comparisons'][number];
