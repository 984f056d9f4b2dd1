import type { Source } from '../../schema/answers.ts';
import {
  fileLanguages,
  inLanguage,
  type FileLanguage,
  type Words,
} from '../../schema/dataset/languages.ts';
import { columnsOf, type Field, type Table } from '../../schema/dataset/field.ts';
import { tables, type TableName } from '../../schema/dataset/tables.ts';
import type { Package } from './rows.ts';
import { sayAround } from './said.ts';
import { languagesOf, tableLanguages } from './table-languages.ts';
import { words } from './words.ts';

const PROFILES = 'https://datapackage.org/profiles/2.0';

/** A file of the package as it is written, and where it is found. */
export interface Part {
  name: TableName;
  /** Relative to the descriptor, or a whole address. */
  path: string;
  bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  hash: string;
}

const describeField = (field: Field, languages: string[], language: FileLanguage) =>
  columnsOf(field, languages).map((name, i) => {
    const { type, title, meaning, required, codes, localised } = field;
    const of = (text: string) => (localised ? `${text} (${languages[i]})` : text);
    return {
      name,
      type,
      title: of(title[language]),
      description: of(meaning[language]),
      ...((required || codes) && {
        constraints: { ...(required && { required }), ...(codes && { enum: codes }) },
      }),
    };
  });

function describeTable(part: Part, languages: string[], language: FileLanguage) {
  const { title, fields, key, references }: Table = tables[part.name];
  return {
    name: part.name,
    type: 'table',
    path: part.path,
    title: title[language],
    titles: title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: part.bytes.length,
    hash: `sha256:${part.hash}`,
    dialect: {
      header: true,
      delimiter: ',',
      lineTerminator: '\r\n',
      quoteChar: '"',
      doubleQuote: true,
    },
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: fields.flatMap((field) => describeField(field, languages, language)),
      missingValues: [''],
      primaryKey: key,
      ...(references.length > 0 && {
        foreignKeys: references.map((reference) => ({
          fields: reference.fields,
          // A reference that names no table is one within its own.
          reference: {
            ...(reference.table !== part.name && { resource: reference.table }),
            fields: reference.to,
          },
        })),
      }),
    },
  };
}

/** Beside what the specification knows of a source: who published it, when, and what it is. */
const describeSource = (source: Source, language: FileLanguage) => ({
  title: inLanguage(source.titles, language),
  ...(source.url !== null && { path: source.url }),
  titles: source.titles,
  id: source.id,
  kind: source.kind,
  ...(source.publisher && { publisher: inLanguage(source.publisher, language) }),
  ...(source.publishedOn !== null && { publishedOn: source.publishedOn }),
});

const inEach = (say: (language: FileLanguage) => string): Words =>
  Object.fromEntries(fileLanguages.map((language) => [language, say(language)])) as Words;

/**
 * The descriptor of the package (`datapackage.json`, Frictionless Data Package 2.0). No licence is named: the record
 * knows of none, and says so.
 * @param origin of the site, without a path
 */
export function describePackage(
  record: Package,
  parts: Part[],
  { origin, language }: { origin: string; language: FileLanguage },
) {
  const languages = languagesOf(record);
  const titles = inEach((one) => sayAround(record, one).title);
  const descriptions = inEach((one) => {
    const { release, sample } = sayAround(record, one);
    return [release, sample, words.neverZero[one], words.noLicence[one]].join('\n\n');
  });
  return {
    $schema: `${PROFILES}/datapackage.json`,
    name: `yearbook-${new URL(origin).hostname.replace(/[^a-z0-9.]+/g, '-')}`,
    title: titles[language],
    titles,
    description: descriptions[language],
    descriptions,
    languages,
    homepage: origin,
    version: `${record.release.n}.0.0`,
    created: record.release.publishedAt,
    sample: record.hasSample,
    contributors: [{ title: inLanguage(record.centre.names, language), roles: ['publisher'] }],
    sources: record.sources.map((source) => describeSource(source, language)),
    resources: parts.map((part) =>
      describeTable(part, tableLanguages(part.name, record), language),
    ),
  };
}
