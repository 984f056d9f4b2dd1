import type { FileLanguage } from '../../schema/dataset/languages.ts';
import type { Field, Table } from '../../schema/dataset/field.ts';
import { tables } from '../../schema/dataset/tables.ts';
import { BOM } from '../../schema/files/csv.ts';
import type { Package } from './rows.ts';
import { sayAround } from './said.ts';
import { words } from './words.ts';

const listing: Record<FileLanguage, string> = {
  zh: '各文件及其栏目（CSV为UTF-8编码，带BOM；结构见 datapackage.json）',
  en: 'The files and their columns (CSV, UTF-8 with BOM; datapackage.json describes them to programs)',
};

/** Where the package is offered to people, in a language. */
export type AddressIn = (language: FileLanguage) => string;

function describe(record: Package, addressIn: AddressIn, language: FileLanguage): string[] {
  const around = sayAround(record, language);
  const columns = (fields: readonly Field[]) =>
    fields.map(
      ({ name, localised, meaning }) =>
        `  ${name}${localised ? '_…' : ''}${language === 'zh' ? '：' : ': '}${meaning[language]}`,
    );
  return [
    around.title,
    around.release,
    addressIn(language),
    '',
    around.sample,
    words.neverZero[language],
    words.noLicence[language],
    '',
    listing[language],
    ...Object.entries<Table>(tables).flatMap(([name, { title, fields }]) => [
      '',
      `${name}.csv  ${title[language]}`,
      ...columns(fields),
    ]),
  ];
}

/** What is in the package, for people, in every language (UTF-8 with BOM, CRLF: any editor opens it). */
export const writeReadme = (record: Package, addressIn: AddressIn): string =>
  BOM +
  [
    ...describe(record, addressIn, 'zh'),
    '',
    '—'.repeat(20),
    '',
    ...describe(record, addressIn, 'en'),
    '',
  ].join('\r\n');
