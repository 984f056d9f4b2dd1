import { z } from '@hono/zod-openapi';
import { lang, reading, year } from '../queries.ts';
import { isCountry } from './countries.ts';
import { organisationKinds, recordKinds, stages } from './words.ts';

/** The query parameters of the register. Strict, as all of the public API. */

const one = <T extends { release?: unknown; as_of?: unknown }>(query: T) =>
  query.release === undefined || query.as_of === undefined;
const oneError = { path: ['as_of'], error: 'Expected either release or as_of, not both' };

export const id = z.string().regex(/^[a-z0-9-]{1,100}$/, { error: 'Expected an id, such as natt' });

export const page = {
  limit: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'Expected a number from 1 to 100' })
    .transform(Number)
    .pipe(z.number().min(1).max(100, { error: 'Expected a number from 1 to 100' }))
    .default(50)
    .openapi({ type: 'integer' }),
  after: z
    .string()
    .regex(/^\d{1,16}$/, { error: 'Expected the next value of a former answer' })
    .transform(Number)
    .optional()
    .openapi({ type: 'string' }),
};

export const q = z
  .string()
  .max(200, { error: 'Expected at most 200 characters' })
  .optional()
  .openapi({
    description:
      'Words to find in titles, places and names of parties; in Chinese also one or two signs.',
  });

export const country = z
  .string()
  .refine(isCountry, { error: 'Expected a country by ISO 3166-1 alpha-2, such as RU' })
  .optional()
  .openapi({ example: 'RU' });

export const filters = {
  q,
  kind: z.enum(recordKinds, { error: `Expected one of ${recordKinds.join(', ')}` }).optional(),
  year: year.optional(),
  member: id.optional().openapi({ description: 'The domain, field or kind.' }),
  stage: z.enum(stages, { error: `Expected one of ${stages.join(', ')}` }).optional(),
  country,
  organisation: id.optional(),
};

export const recordsQuery = z
  .strictObject({ ...reading, ...filters, ...page })
  .refine(one, oneError);
export const recordsCsvQuery = z.strictObject({ ...reading, ...filters }).refine(one, oneError);
export const recordsXlsxQuery = z
  .strictObject({ ...reading, ...filters, lang })
  .refine(one, oneError);
export const organisationsQuery = z
  .strictObject({
    ...reading,
    q,
    kind: z
      .enum(organisationKinds, { error: `Expected one of ${organisationKinds.join(', ')}` })
      .optional(),
    country,
    ...page,
  })
  .refine(one, oneError);
export const organisationQuery = z.strictObject({ ...reading, ...page }).refine(one, oneError);
export const pageQuery = z.strictObject(page);
export const registerReading = z.strictObject(reading).refine(one, oneError);
export const countriesQuery = z
  .strictObject({ ...reading, year: year.optional() })
  .refine(one, oneError);
export const evidenceQuery = z
  .strictObject({
    ...reading,
    year: year.optional().openapi({ description: 'By default the newest year of the release.' }),
    member: id.optional(),
    ...page,
  })
  .refine(one, oneError);
export const recordParam = z.object({ record: z.string().max(100) });
export const organisationParam = z.object({ organisation: z.string().max(100) });

export type RecordFilters = Omit<
  z.infer<typeof recordsQuery>,
  'release' | 'as_of' | 'sample' | 'limit' | 'after'
>;
