import { z } from 'zod';
import {
  changeReasons,
  directions,
  qualifiers,
  sourceKinds,
  statuses,
} from '../schema/vocabulary.ts';
import { isCountry } from '../schema/register/countries.ts';
import {
  inferable,
  organisationKinds,
  partyRoles,
  recordKinds,
  stages,
} from '../schema/register/words.ts';
import type { Localised, LocalisedUnit } from '../schema/vocabulary.ts';

/**
 * The shape of a row of each kind of file, cells being trimmed strings with dotted columns nested
 * (`name.zh` → `name: { zh }`). Every text must be there in every language of `catalogue/centre.csv`,
 * so a further language is one more column in each file and no code.
 */
export function seedShapes(languages: string[]) {
  const name = texts(languages);
  const note = optionalTexts(languages);
  return {
    centre: z.object({ id, foundedYear: year, timeZone, name }),
    groups: z.object({ id, name }),
    breakdowns: z.object({ id, name }),
    members: z.object({ breakdown: id, id, colour: whole('a colour from 0 to 6', 0, 6), name }),
    metrics: z.object({
      id,
      group: id,
      breakdown: optionalId,
      additive: flag,
      direction: choice(directions),
      decimals: whole('a whole number from 0 to 6', 0, 6),
      name,
      definition: texts(languages),
      unit: units(languages),
    }),
    releases: z.object({
      release,
      publishedAt: z.iso
        .datetime({ error: 'an instant in UTC, such as 2024-08-12T01:00:00Z' })
        .transform((cell) => new Date(cell).toISOString()),
      reason: choice(changeReasons),
      note: texts(languages),
    }),
    sources: z.object({
      id,
      release,
      kind: choice(sourceKinds),
      publishedOn: blankOr(z.iso.date(), 'a date, such as 2024-08-06'),
      url: webAddress,
      title: texts(languages),
      publisher: optionalTexts(languages),
    }),
    figures: z.object({
      metric: id,
      year,
      member: optionalId,
      release,
      // A number or nothing: how many decimals it may have is its metric's to say.
      value: z.string(),
      qualifier: choice(qualifiers),
      status: choice(statuses),
      source: id,
      reason: choice(changeReasons),
      note,
    }),
    targets: z.object({ metric: id, year, release, value: z.string(), source: id }),
    'closed-years': z.object({ year, release }),
    counts: z.object({
      metric: id,
      kind: choice(recordKinds),
      role: blankOr(z.enum(partyRoles), `one of ${partyRoles.join(', ')}, or nothing`),
      landed: flag,
    }),
    organisations: z.object({
      id,
      release,
      kind: choice(organisationKinds),
      country: blankOr(
        z.string().refine(isCountry),
        'a country by ISO 3166-1 alpha-2, such as CN, or nothing',
      ),
      inferred: wordsOf(inferable),
      website: webAddress,
      name: someTexts(languages),
    }),
    records: z.object({
      id,
      release,
      kind: choice(recordKinds),
      year,
      date: blankOr(z.iso.date(), 'a date, such as 2024-08-06'),
      breakdown: optionalId,
      member: optionalId,
      partOf: optionalId,
      counted: flag,
      stage: blankOr(z.enum(stages), `one of ${stages.join(', ')}, or nothing`),
      landedYear: blankOrYear,
      value: z.string(),
      currency: blankOr(z.string().regex(/^[A-Z]{3}$/), 'a currency by ISO 4217, such as CNY'),
      openEnded: flag,
      source: id,
      reason: choice(changeReasons),
      title: name,
      place: optionalTexts(languages),
      note,
    }),
    parties: z.object({
      record: id,
      release,
      role: choice(partyRoles),
      organisation: optionalId,
      person: anyTexts(languages),
      position: anyTexts(languages),
    }),
  };
}

export type SeedShapes = ReturnType<typeof seedShapes>;
export type SeedKind = keyof SeedShapes;

/** The columns of each kind of file, as `seedShapes` expects them. */
export function seedColumns(languages: string[]): Record<SeedKind, string[]> {
  const inEach = (field: string) => languages.map((language) => `${field}.${language}`);
  const ofUnit = languages.flatMap((language) =>
    pluralsOf(language).map((plural) => `unit.${language}.${plural}`),
  );
  return {
    centre: ['id', 'foundedYear', 'timeZone', ...inEach('name')],
    groups: ['id', ...inEach('name')],
    breakdowns: ['id', ...inEach('name')],
    members: ['breakdown', 'id', 'colour', ...inEach('name')],
    metrics: [
      ...['id', 'group', 'breakdown', 'additive', 'direction', 'decimals'],
      ...[...inEach('name'), ...inEach('definition'), ...ofUnit],
    ],
    releases: ['release', 'publishedAt', 'reason', ...inEach('note')],
    sources: [
      ...['id', 'release', 'kind', 'publishedOn', 'url'],
      ...[...inEach('title'), ...inEach('publisher')],
    ],
    figures: [
      ...['metric', 'year', 'member', 'release', 'value', 'qualifier', 'status'],
      ...['source', 'reason', ...inEach('note')],
    ],
    targets: ['metric', 'year', 'release', 'value', 'source'],
    'closed-years': ['year', 'release'],
    counts: ['metric', 'kind', 'role', 'landed'],
    organisations: [
      ...['id', 'release', 'kind', 'country', 'inferred', 'website'],
      ...inEach('name'),
    ],
    records: [
      ...['id', 'release', 'kind', 'year', 'date', 'breakdown', 'member', 'partOf', 'counted'],
      ...['stage', 'landedYear', 'value', 'currency', 'openEnded', 'source', 'reason'],
      ...[...inEach('title'), ...inEach('place'), ...inEach('note')],
    ],
    parties: [
      ...['record', 'release', 'role', 'organisation'],
      ...[...inEach('person'), ...inEach('position')],
    ],
  };
}

const whole = (expected: string, min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: expected })
    .transform(Number)
    .pipe(z.number().min(min, { error: expected }).max(max, { error: expected }));

const choice = <const T extends readonly string[]>(words: T) =>
  z.enum(words, { error: `one of ${words.join(', ')}` });

const flag = choice(['true', 'false']).transform((cell) => cell === 'true');

const blankOr = <T extends string>(schema: z.ZodType<T>, expected: string) =>
  z
    .string()
    .refine((cell) => cell === '' || schema.safeParse(cell).success, { error: expected })
    .transform((cell) => (cell === '' ? null : (cell as T)));

const webAddress = blankOr(z.url({ protocol: /^https?$/ }), 'a web address, http or https');

/** Some of these words, between spaces; or nothing. */
const wordsOf = <const T extends readonly string[]>(words: T) =>
  z
    .string()
    .transform((cell) => cell.split(' ').filter(Boolean))
    .pipe(z.array(z.enum(words), { error: `some of ${words.join(', ')}, or nothing` }));

const anId = /^(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const idExpected = 'an id of lower-case letters, digits and single hyphens';
const id = z.string().regex(anId, { error: idExpected });
const optionalId = z
  .string()
  .refine((cell) => cell === '' || anId.test(cell), { error: `${idExpected}, or nothing` });
const year = whole('a year from 1900 to 2100', 1900, 2100);
const blankOrYear = z.union([z.literal('').transform(() => null), year]);
const release = whole('a release number of 1 or more', 1, 999_999_999);

const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone });
      return zone !== '';
    } catch {
      return false;
    }
  },
  { error: 'an IANA time zone, such as Asia/Shanghai' },
);

const text = z.string().min(1, { error: 'a text in this language' });

const inEachOf = <T extends z.ZodType>(languages: string[], schema: T) =>
  z.object(Object.fromEntries(languages.map((language) => [language, schema])));

const texts = (languages: string[]) => inEachOf(languages, text);

/** A text in every language, or in none: null. */
const optionalTexts = (languages: string[]) =>
  inEachOf(languages, z.string()).transform((cells, context) => {
    const missing = languages.filter((language) => cells[language] === '');
    if (missing.length === languages.length) return null;
    for (const language of missing) {
      const message = 'a text in this language, as the others have one';
      context.addIssue({ code: 'custom', path: [language], message });
    }
    return cells;
  });

/** A text in those languages in which there is one; null: in none. */
const anyTexts = (languages: string[]) =>
  inEachOf(languages, z.string()).transform((cells) => {
    const given = Object.entries(cells).filter(([, cell]) => cell !== '');
    return given.length > 0 ? (Object.fromEntries(given) as Localised) : null;
  });

/** A name in at least one language. */
const someTexts = (languages: string[]) =>
  anyTexts(languages).transform((texts, context) => {
    if (texts) return texts;
    const message = 'a name in at least one language';
    context.addIssue({ code: 'custom', path: [languages[0]!], message });
    return z.NEVER;
  });

/** A unit needs the plural categories its language has: `other` for Chinese, also `one` for English. */
const units = (languages: string[]) =>
  z
    .object(
      Object.fromEntries(
        languages.map((language) => [
          language,
          z.object(Object.fromEntries(pluralsOf(language).map((plural) => [plural, text]))),
        ]),
      ),
    )
    .transform((unit) => unit as LocalisedUnit);

function pluralsOf(language: string): string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}
