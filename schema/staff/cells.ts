import { z } from '@hono/zod-openapi';
import { localised } from '../answers.ts';
import { qualifiers, statuses } from '../vocabulary.ts';
import { cleanText } from './clean-text.ts';
import { registerMarks } from './words.ts';

/** Ids of the catalogue: in addresses, files and keys. */
export const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'Expected small letters, digits and hyphens, such as agreements-signed',
  });

/** Words of at most so many characters. */
export const words = (most: number) => z.string().transform(cleanText).pipe(z.string().max(most));

/** Languages that one text can be in: more than any site has, and few enough to keep. */
const MOST_LANGUAGES = 20;

const language = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, {
  error: 'Expected the code of a language, such as zh',
});

/** A value for each language, also for one that the site does not speak yet. */
export const byLanguage = <T extends z.ZodType>(one: T) =>
  z.record(language, one).refine((all) => Object.keys(all).length <= MOST_LANGUAGES, {
    error: `Expected at most ${MOST_LANGUAGES} languages`,
  });

/** A text for people, in the languages that it exists in, of at most so many characters each. */
const textOf = (most: number) =>
  byLanguage(words(most))
    .transform((all) => Object.fromEntries(Object.entries(all).filter(([, words]) => words !== '')))
    .pipe(localised);

export const text = textOf(2000);

/** The same where there has to be one. */
export const requiredOf = (most: number) =>
  textOf(most).refine((all) => Object.keys(all).length > 0, {
    error: 'Expected a text in at least one language',
  });

export const required = requiredOf(2000);

/** The same where there may be none: null. */
export const optionalOf = (most: number) =>
  textOf(most)
    .nullable()
    .transform((all) => (all && Object.keys(all).length > 0 ? all : null));

const note = optionalOf(2000);

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
    /** Null: it was typed, imported or restored. */
    fromRegister: z.enum(registerMarks).nullable().openapi({
      description:
        'How it rests on the register: it follows it until the return is submitted, or was taken from it then.',
    }),
    editedBy: z.string().nullable().openapi({ description: 'Name of the person.' }),
    editedAt: z.iso.datetime().nullable(),
  })
  .openapi('DraftCell');
export type DraftCell = z.infer<typeof draftCell>;
