import { z } from '@hono/zod-openapi';
import { localised, source } from '../answers.ts';
import { isCountry } from '../register/countries.ts';
import { isCurrency } from '../register/currencies.ts';
import { country, filters, page, q } from '../register/queries.ts';
import {
  inferable,
  organisationKinds,
  partyRoles,
  recordKinds,
  stages,
} from '../register/words.ts';
import { optionalOf, requiredOf } from './cells.ts';
import { MOST_PARTIES } from './register-checks/records.ts';

/** The shapes in which staff enter and read the register. */

const year = z.int().min(1900).max(2200);
/** Of what there is, also where it is longer than a new id may be. */
const id = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'Expected an id, such as natt' });

const party = z.strictObject({
  role: z.enum(partyRoles),
  organisation: id.nullable(),
  person: optionalOf(300),
  position: optionalOf(300),
});
export type PartyContent = z.infer<typeof party>;

export const organisationContent = z
  .strictObject({
    kind: z.enum(organisationKinds),
    names: requiredOf(300),
    country: z
      .string()
      .refine(isCountry, { error: 'Expected a country by ISO 3166-1 alpha-2, such as RU' })
      .nullable(),
    website: z
      .url({ protocol: /^https?$/, error: 'Expected an address that begins with https://' })
      .max(500)
      .nullable(),
    inferred: z
      .array(z.enum(inferable))
      .max(inferable.length)
      .transform((all) => inferable.filter((one) => all.includes(one))),
  })
  .openapi('OrganisationContent');
export type OrganisationContent = z.infer<typeof organisationContent>;

export const recordContent = z
  .strictObject({
    kind: z.enum(recordKinds),
    year,
    date: z.iso.date({ error: 'Expected a day such as 2024-08-06' }).nullable(),
    titles: requiredOf(300),
    places: optionalOf(300),
    breakdown: id.nullable(),
    member: id.nullable(),
    partOf: id.nullable(),
    counted: z.boolean(),
    stage: z.enum(stages).nullable(),
    landedYear: year.nullable(),
    value: z.number().min(0).max(1e15).multipleOf(0.01).nullable(),
    currency: z
      .string()
      .refine(isCurrency, { error: 'Expected a currency by ISO 4217, such as CNY' })
      .nullable(),
    openEnded: z.boolean(),
    parties: z
      .array(party)
      .max(MOST_PARTIES, { error: `Expected at most ${MOST_PARTIES} parties` }),
    note: optionalOf(2000),
    source: id,
  })
  .openapi('RecordContent');
export type RecordContent = z.infer<typeof recordContent>;

export type RegisterContent = OrganisationContent | RecordContent;

const state = {
  key: z.string(),
  version: z.int().min(0),
  /** Whether the next release changes it. */
  pending: z.boolean(),
  editedBy: z.string().nullable(),
  editedAt: z.iso.datetime().nullable(),
};
const sample = z.boolean().openapi({ description: 'Whether what is public is sample data.' });

/** One entry as staff see it: what is public, and what the next release makes of it (null: withdrawn). */
export const organisationEntry = z
  .object({
    ...state,
    kind: z.literal('organisation'),
    sample,
    published: organisationContent.nullable(),
    content: organisationContent.nullable(),
  })
  .openapi('OrganisationEntry');
export const recordEntry = z
  .object({
    ...state,
    kind: z.literal('record'),
    sample,
    published: recordContent.nullable(),
    content: recordContent.nullable(),
  })
  .openapi('RecordEntry');
export type OrganisationEntry = z.infer<typeof organisationEntry>;
export type RecordEntry = z.infer<typeof recordEntry>;
export const registerEntry = z.discriminatedUnion('kind', [organisationEntry, recordEntry]);
export type RegisterEntry = OrganisationEntry | RecordEntry;

/** An organisation as the next release will call it. */
export const namedOrganisation = z.object({
  id: z.string(),
  names: localised,
  country: z.string().nullable(),
});
export type NamedOrganisation = z.infer<typeof namedOrganisation>;

export const recordEntryAnswer = z.object({
  entry: recordEntry,
  organisations: z
    .array(namedOrganisation)
    .openapi({ description: 'Those that its parties name, before and after.' }),
  sources: z.array(source).openapi({ description: 'What it can rest on.' }),
});
export const recordSavedAnswer = z.object({ entry: recordEntry });
export const organisationEntryAnswer = z.object({ entry: organisationEntry });
export type RecordEntryAnswer = z.infer<typeof recordEntryAnswer>;

const listState = {
  pending: z.boolean(),
  withdrawn: z.boolean().openapi({ description: 'Whether the next release withdraws it.' }),
  isNew: z.boolean().openapi({ description: 'Whether it has not been public yet.' }),
  sample,
};
const next = z.string().nullable().openapi({ description: 'Pass as `after` for the next page.' });

export const recordsListAnswer = z.object({
  records: z.array(
    z.object({
      key: z.string(),
      kind: z.enum(recordKinds),
      year,
      date: z.string().nullable(),
      titles: localised,
      breakdown: z.string().nullable(),
      member: z.string().nullable(),
      stage: z.enum(stages).nullable(),
      parties: z.int(),
      ...listState,
    }),
  ),
  next,
});
export const organisationsListAnswer = z.object({
  organisations: z.array(
    z.object({
      ...namedOrganisation.shape,
      kind: z.enum(organisationKinds),
      inferred: z.array(z.enum(inferable)),
      ...listState,
    }),
  ),
  next,
});
export type RecordsListAnswer = z.infer<typeof recordsListAnswer>;
export type OrganisationsListAnswer = z.infer<typeof organisationsListAnswer>;

const pending = z
  .enum(['true'], { error: 'Expected true, or nothing' })
  .optional()
  .openapi({ description: 'Only what the next release changes.' });

export const recordsListQuery = z.strictObject({ ...filters, pending, ...page });
export const organisationsListQuery = z.strictObject({
  q,
  kind: z.enum(organisationKinds).optional(),
  country,
  pending,
  ...page,
});

export const similarQuery = z.strictObject({
  name: z.string().min(1).max(300),
  not: z.string().max(60).optional().openapi({ description: 'Id of the one that is edited.' }),
});
export const similarAnswer = z.object({
  organisations: z
    .array(namedOrganisation)
    .openapi({ description: 'Likely the same body: the same name, otherwise written.' }),
});

export const registerKey = z.object({ key: z.string().max(100) });

const version = z
  .int()
  .min(0)
  .openapi({ description: 'The version that the save replaces; 0 for a new one.' });
const withdraws = { description: 'Null withdraws what is public with the next release.' };
const isNew = z
  .boolean()
  .optional()
  .openapi({ description: 'Whether it is a new one: refused where something has that id.' });
export const recordBody = z.strictObject({
  version,
  isNew,
  content: recordContent.nullable().openapi(withdraws),
});
export const organisationBody = z.strictObject({
  version,
  isNew,
  content: organisationContent.nullable().openapi(withdraws),
});

export const mergeBody = z.strictObject({
  into: id.openapi({ description: 'The organisation that stays.' }),
});
export const mergeQuery = z.strictObject({
  dry_run: z
    .enum(['true'], { error: 'Expected true, or nothing' })
    .optional()
    .openapi({ description: 'Only say what the merge would do.' }),
});
export const mergedAnswer = z.object({
  goes: namedOrganisation,
  stays: namedOrganisation.openapi({ description: 'Its names stay as they are.' }),
  withdrawn: z
    .boolean()
    .openapi({ description: 'Whether the next release withdraws what is public of the other.' }),
  records: z
    .array(z.string())
    .openapi({ description: 'Ids of the records that name the one that stays in its place.' }),
  joined: z
    .array(z.string())
    .openapi({ description: 'Of them, those that named both in the same role: it stays once.' }),
  n: z
    .int()
    .nullable()
    .openapi({ description: 'Entry of the trail by which it is taken back; null: a dry run.' }),
});
export type MergedAnswer = z.infer<typeof mergedAnswer>;
