import { z } from '@hono/zod-openapi';
import { localised, releaseRef, source } from '../answers.ts';
import { changeReasons, qualifiers, statuses } from '../vocabulary.ts';
import {
  evidenceRelations,
  inferable,
  organisationKinds,
  partyRoles,
  recordKinds,
  stages,
} from './words.ts';

/** The shapes in which the API answers about the register. */

const sample = z.boolean().openapi({ description: 'Whether it is sample data, not a fact.' });

export const organisationRef = z
  .object({
    id: z.string(),
    names: localised,
    kind: z.enum(organisationKinds),
    country: z.string().nullable().openapi({
      description: 'ISO 3166-1 alpha-2. Null: not known.',
      example: 'RU',
    }),
    website: z.url().nullable(),
    inferred: z.array(z.enum(inferable)).openapi({
      description: 'What no source states and was concluded, such as the country from the name.',
    }),
    sample,
  })
  .openapi('Organisation');

const partyAnswer = z
  .object({
    role: z.enum(partyRoles),
    organisation: organisationRef.nullable().openapi({
      description: 'Null: a person for no organisation that is named.',
    }),
    person: localised.nullable(),
    position: localised.nullable(),
  })
  .openapi('Party');

export const recordAnswer = z
  .object({
    id: z.string(),
    kind: z.enum(recordKinds),
    year: z.int(),
    date: z.iso.date().nullable(),
    titles: localised,
    places: localised.nullable(),
    breakdown: z.string().nullable(),
    member: z.string().nullable().openapi({ description: 'Its part of the breakdown.' }),
    partOf: z.string().nullable().openapi({ description: 'Id of the record it took place in.' }),
    counted: z
      .boolean()
      .openapi({ description: 'Whether metrics count it; else the note says why.' }),
    stage: z.enum(stages).nullable(),
    landedYear: z.int().nullable(),
    value: z.number().nullable(),
    currency: z.string().nullable().openapi({ description: 'ISO 4217.' }),
    openEnded: z.boolean().openapi({
      description: 'The source names some parties "and others": those given are not all.',
    }),
    parties: z.array(partyAnswer),
    note: localised.nullable(),
    source: z.string(),
    sample,
  })
  .openapi('Record');

const envelope = { release: releaseRef, sample: z.enum(['include', 'exclude']) };
export const next = z
  .string()
  .nullable()
  .openapi({ description: 'Pass as `after` for the next page.' });

export const recordsAnswer = z
  .object({
    ...envelope,
    records: z.array(recordAnswer),
    sources: z.array(source),
    countries: z.array(z.string()).openapi({ description: 'The countries that can be asked for.' }),
    founded: z.int().openapi({ description: 'First year of the record.' }),
    next,
  })
  .openapi('Records');

const moment = {
  release: releaseRef,
  reason: z.enum(changeReasons).openapi({ description: 'Why the release changed it.' }),
};
const versions = {
  description: 'The releases that brought a version of it, oldest first; null: withdrew it.',
};
const earlier = z.boolean().openapi({ description: 'Whether there were versions before those.' });

export const recordVersions = z
  .object({
    ...envelope,
    record: recordAnswer,
    parts: z.array(recordAnswer).openapi({ description: 'The records that took place in it.' }),
    history: z
      .array(
        z.object({
          ...moment,
          record: recordAnswer
            .nullable()
            .openapi({ description: 'With its parties as they were called then.' }),
        }),
      )
      .openapi(versions),
    earlier,
    titles: z
      .array(z.object({ id: z.string(), titles: localised }))
      .openapi({ description: 'Of the records that its versions took place in.' }),
    sources: z.array(source),
  })
  .openapi('RecordAnswer');

export const organisationsAnswer = z
  .object({
    ...envelope,
    organisations: z.array(organisationRef),
    countries: z.array(z.string()).openapi({ description: 'The countries that can be asked for.' }),
    next,
  })
  .openapi('Organisations');

export const organisationAnswer = z
  .object({
    ...envelope,
    organisation: organisationRef,
    history: z
      .array(z.object({ ...moment, organisation: organisationRef.nullable() }))
      .openapi(versions),
    earlier,
    records: z.array(recordAnswer).openapi({ description: 'The newest ones it took part in.' }),
    sources: z.array(source),
    next,
  })
  .openapi('OrganisationAnswer');

export const countriesAnswer = z
  .object({
    ...envelope,
    founded: z.int().openapi({ description: 'First year of the record.' }),
    year: z.int().nullable().openapi({ description: 'The year that was asked for. Null: all.' }),
    home: z.string().nullable().openapi({
      description: "The centre's own country, among the others. Null: not known.",
    }),
    countries: z.array(
      z.object({
        country: z.string(),
        organisations: z.int(),
        inferred: z
          .int()
          .openapi({ description: 'Of them, those whose country no source states.' }),
        years: z.array(
          z.object({
            year: z.int(),
            records: z.int().openapi({ description: 'Records with a party of that country.' }),
          }),
        ),
      }),
    ),
  })
  .openapi('Countries');

const compared = {
  figure: z
    .object({
      value: z.number().nullable(),
      qualifier: z.enum(qualifiers).nullable(),
      status: z.enum(statuses).nullable(),
      sample: z.boolean(),
      yearToDate: z.boolean(),
    })
    .nullable()
    .openapi({ description: 'As published. Null: the metric has no such year or part.' }),
  counted: z.int().openapi({ description: 'What the metric counts, found on the register.' }),
  openEnded: z.boolean().openapi({
    description: 'Whether a source of them names some "and others": those found are not all.',
  }),
  partsMissing: z.boolean().openapi({
    description: 'Whether the figure is a sum of parts some of which have not been reported.',
  }),
  relation: z.enum(evidenceRelations).openapi({
    description: 'Whether the register holds as many as the figure says, fewer, or more.',
  }),
  difference: z.number().nullable().openapi({ description: 'By how much the two differ.' }),
};

export const evidenceAnswer = z
  .object({
    ...envelope,
    metric: z.string(),
    year: z.int(),
    member: z.string().nullable(),
    ...compared,
    records: z.array(recordAnswer),
    sources: z.array(source),
    next,
  })
  .openapi('Evidence', { description: 'The records behind one figure, and how many it counts.' });

const comparison = z
  .object({ year: z.int(), member: z.string().nullable(), ...compared })
  .openapi('Comparison');

export const comparisonsAnswer = z
  .object({ ...envelope, metric: z.string(), comparisons: z.array(comparison) })
  .openapi('Comparisons', {
    description: 'Each figure of a metric beside what the register holds of the same.',
  });

export type Organisation = z.infer<typeof organisationRef>;
export type Party = z.infer<typeof partyAnswer>;
export type RegisterRecord = z.infer<typeof recordAnswer>;
export type RecordsAnswer = z.infer<typeof recordsAnswer>;
export type RecordAnswer = z.infer<typeof recordVersions>;
export type OrganisationAnswer = z.infer<typeof organisationAnswer>;
export type CountriesAnswer = z.infer<typeof countriesAnswer>;
export type EvidenceAnswer = z.infer<typeof evidenceAnswer>;
export type Comparison = z.infer<typeof comparison>;
export type ComparisonsAnswer = z.infer<typeof comparisonsAnswer>;
