import { z } from '@hono/zod-openapi';
import { localised } from '../answers.ts';
import { namedOrganisation, registerEntry } from './register.ts';
import { registerKinds } from './words.ts';

/** The shapes in which a reviewer is shown what of the register waits. */

const changesPage = {
  changes: z.array(registerEntry).openapi({ description: 'Organisations, then records by day.' }),
  named: z.array(namedOrganisation).openapi({ description: 'Those that their parties name.' }),
  titles: z
    .array(z.object({ id: z.string(), titles: localised }))
    .openapi({ description: 'Of the records that those took place in.' }),
  next: z.string().nullable().openapi({ description: 'Pass as `after` for the next page.' }),
};

/** One page of the changes that wait. */
export const registerChanges = z.object(changesPage);
export type RegisterChanges = z.infer<typeof registerChanges>;

/** What of the register waits for the next release, with the first page. */
export const pendingRegister = z.object({
  count: z.int(),
  organisations: z.int().openapi({ description: 'Of them, those of organisations.' }),
  ...changesPage,
  editors: z.array(z.string()),
  own: z.boolean().openapi({ description: 'Whether who asks is one of those.' }),
});
export type PendingRegister = z.infer<typeof pendingRegister>;

export const registerChangesQuery = z.strictObject({
  after: z
    .string()
    .regex(new RegExp(`^(?:${registerKinds.join('|')})~\\d{1,16}$`), {
      error: 'Expected the next value of a former answer',
    })
    .optional(),
});
