import { z } from '@hono/zod-openapi';
import { localised, releaseRef, source } from '../answers.ts';
import { next, organisationRef, recordAnswer } from './answers.ts';

/** The shapes in which the API answers what a release changed of the register. */

const before = { description: 'As it was; null: the release added it.' };
const after = { description: 'As it is since; null: the release withdrew it.' };

const recordChange = z
  .object({
    id: z.string(),
    before: recordAnswer.nullable().openapi(before),
    after: recordAnswer.nullable().openapi(after),
  })
  .openapi('RecordChange');

const organisationChange = z
  .object({
    id: z.string(),
    before: organisationRef.nullable().openapi(before),
    after: organisationRef.nullable().openapi(after),
  })
  .openapi('OrganisationChange');

export const recordChangesAnswer = z
  .object({
    release: releaseRef,
    changes: z.array(recordChange).openapi({ description: 'The newest records first.' }),
    sources: z.array(source),
    titles: z
      .array(z.object({ id: z.string(), titles: localised }))
      .openapi({ description: 'Of the records that those took place in.' }),
    next,
  })
  .openapi('RecordChanges', {
    description:
      'A record that only names organisations otherwise, because those changed, is none of them.',
  });

export const organisationChangesAnswer = z
  .object({ release: releaseRef, changes: z.array(organisationChange), next })
  .openapi('OrganisationChanges');

export type RecordChange = z.infer<typeof recordChange>;
export type OrganisationChange = z.infer<typeof organisationChange>;
export type RecordChangesAnswer = z.infer<typeof recordChangesAnswer>;
export type OrganisationChangesAnswer = z.infer<typeof organisationChangesAnswer>;
