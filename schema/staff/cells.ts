import { z } from '@hono/zod-openapi';
import { localised } from '../answers.ts';
import { qualifiers, statuses } from '../vocabulary.ts';
import { askedLanguages } from './catalogue-checks/contents.ts';
import { cleanText } from './clean-text.ts';

/** Ids of the catalogue: in addresses, files and keys. */
export const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'Expected small letters, digits and hyphens, such as agreements-signed',
  });

/** Words of at most so many characters. */
export const words = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most));

/** A value for each language that is asked for, and for no other. */
export const byLanguage = <T extends z.ZodType>(one: T) =>
  z.strictObject(
    Object.fromEntries(askedLanguages.map((language) => [language, one])) as Record<
      (typeof askedLanguages)[number],
      T
    >,
    {
      error: ({ code }) =>
        code === 'unrecognized_keys' ? `Expected ${askedLanguages.join(' and ')} alone` : undefined,
    },
  );

/** A text for people, in the languages that it exists in, at most 2,000 characters each. */
export const text = byLanguage(words(2000).optional())
  .transform((all) => Object.fromEntries(Object.entries(all).filter(([, words]) => words !== '')))
  .pipe(localised);

export const required = text.refine((all) => Object.keys(all).length > 0, {
  error: 'Expected a text in at least one language',
});

const note = text.nullable().transform((all) => (all && Object.keys(all).length > 0 ? all : null));

/** What a draft says of a figure (`CellContent`). Whether it can be true is `refuseCell`'s to say. */
export const cellContent = z
  .union([
    z.strictObject({
      withdrawn: z.literal(false).optional(),
      value: z.number({ error: 'Expected a number, or null' }).nullable(),
      qualifier: z.enum(qualifiers),
      status: z.enum(statuses),
      source: z.string().max(60).nullable(),
      note,
    }),
    z.strictObject({ withdrawn: z.literal(true), note }),
  ])
  .openapi('CellContent');

/** A figure as it is public. */
export const publishedCell = z
  .object({
    value: z.number().nullable(),
    qualifier: z.enum(qualifiers),
    status: z.enum(statuses),
    sample: z.boolean(),
    source: z.string(),
    note: localised.nullable(),
  })
  .openapi('PublishedCell');
export type PublishedCell = z.infer<typeof publishedCell>;

/** Which figure of a return. Member '' is the total. */
export const cellKey = z.object({ metric: z.string().max(60), member: z.string().max(60) });
export type CellKey = z.infer<typeof cellKey>;

export const draftCell = cellKey
  .extend({
    /** 0: never saved. */
    version: z.int().min(0),
    /** Null: as published. */
    content: cellContent.nullable(),
    editedBy: z.string().nullable().openapi({ description: 'Name of the person.' }),
    editedAt: z.iso.datetime().nullable(),
  })
  .openapi('DraftCell');
export type DraftCell = z.infer<typeof draftCell>;
