import { z } from '@hono/zod-openapi';
import { localised } from '../answers.ts';
import { partyRoles, recordKinds } from '../register/words.ts';
import { directions, sourceKinds } from '../vocabulary.ts';
import { byLanguage, id, required, text, words } from './cells.ts';
import { catalogueKinds, type CatalogueKind } from './words.ts';

const position = z.int().min(0).max(100_000);
const lastYear = z
  .int()
  .min(1900)
  .max(2200)
  .nullable()
  .openapi({ description: 'Retired: no figures are asked for or taken after this year.' });

const form = words(60).optional();
const units = byLanguage(
  z.strictObject({ zero: form, one: form, two: form, few: form, many: form, other: words(60) }),
);

/** What each kind of the catalogue holds beside its key. */
export const catalogueContents = {
  group: z.strictObject({ position, names: required }),
  breakdown: z.strictObject({ names: required }),
  member: z.strictObject({
    position,
    colour: z.int().min(0).max(6),
    names: required,
    lastYear,
  }),
  metric: z.strictObject({
    group: id,
    position,
    breakdown: id.nullable(),
    additive: z.boolean(),
    direction: z.enum(directions),
    decimals: z.int().min(0).max(6),
    names: required,
    definitions: required,
    units,
    lastYear,
  }),
  break: z.strictObject({ reasons: required }),
  target: z.strictObject({ value: z.number(), source: id }),
  source: z.strictObject({
    kind: z.enum(sourceKinds.filter((kind) => kind !== 'sample')),
    titles: required,
    publisher: text.nullable(),
    publishedOn: z.iso.date().nullable(),
    url: z
      .url({ protocol: /^https?$/, error: 'Expected an address that begins with https://' })
      .nullable(),
  }),
  /** How a metric counts records: of one kind, each once or each party of a role. */
  count: z.strictObject({
    kind: z.enum(recordKinds),
    role: z.enum(partyRoles).nullable(),
    landed: z.boolean().openapi({ description: 'Projects: by the year that they landed.' }),
  }),
} as const satisfies Record<CatalogueKind, z.ZodType>;

export type CatalogueContents = {
  [K in CatalogueKind]: z.infer<(typeof catalogueContents)[K]>;
};

const content = z.record(z.string(), z.unknown());

/** One row of the catalogue as staff see it: what is public, and what the next release makes of it. */
export const catalogueEntry = z
  .object({
    kind: z.enum(catalogueKinds),
    key: z.string(),
    version: z.int().min(0),
    /** Null: not public yet. */
    published: content.nullable(),
    /** Whether the next release changes it. */
    pending: z.boolean(),
    /** As it will be; null: withdrawn. */
    content: content.nullable(),
    editedBy: z.string().nullable(),
    editedAt: z.iso.datetime().nullable(),
  })
  .openapi('CatalogueEntry');
export type CatalogueEntry = z.infer<typeof catalogueEntry>;

export const catalogueAnswer = z.object({
  entries: z.array(catalogueEntry),
  centre: z.object({
    names: localised,
    founded: z.int(),
    currentYear: z.int().openapi({ description: 'Of the calendar, in its time zone.' }),
  }),
  figures: z
    .array(z.object({ metric: z.string(), from: z.int(), to: z.int() }))
    .openapi({ description: 'The years that a metric has figures of; none where it has none.' }),
});
export type CatalogueAnswer = z.infer<typeof catalogueAnswer>;

export const catalogueBody = z.strictObject({
  version: z.int().min(0),
  content: content.nullable().openapi({
    description: 'By the shape of the kind. Null withdraws what is public with the next release.',
  }),
});
