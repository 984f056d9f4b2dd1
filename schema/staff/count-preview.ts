import { z } from '@hono/zod-openapi';
import { partyRoles, recordKinds } from '../register/words.ts';

/** What a way to count records would count, before it is saved. */
export const countPreviewQuery = z.strictObject({
  kind: z.enum(recordKinds),
  role: z.enum(partyRoles).optional().openapi({ description: 'Left out: the records themselves.' }),
  landed: z
    .enum(['true'], { error: 'Expected true, or nothing' })
    .optional()
    .openapi({ description: 'Projects by the year that they landed.' }),
});

export const countPreviewAnswer = z.object({
  years: z.array(
    z.object({
      year: z.int(),
      count: z
        .int()
        .openapi({ description: 'With the changes that wait; sample data counts as none.' }),
    }),
  ),
});
export type CountPreview = z.infer<typeof countPreviewAnswer>;
