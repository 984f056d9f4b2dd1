import { z } from '@hono/zod-openapi';
import { auditActions } from './words.ts';

export const auditEntry = z
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
    /** Whether its former value can be put into the draft again. */
    restorable: z.boolean(),
  })
  .openapi('AuditEntry');
export type AuditEntry = z.infer<typeof auditEntry>;

export const auditAnswer = z.object({
  entries: z.array(auditEntry).openapi({ description: 'Newest first.' }),
  /** The `before` of the next page; null at the end. */
  next: z.int().nullable(),
  /** Who there is to filter by. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
});
