import { strToU8, zipSync } from 'fflate';
import type { FileLanguage } from '../../schema/dataset/languages.ts';
import { tableNames, type PackageFile, type TableName } from '../../schema/dataset/tables.ts';
import { writeTableCsv } from './csv.ts';
import { describePackage, type Part } from './descriptor.ts';
import { writeReadme } from './readme.ts';
import type { Package } from './rows.ts';

/** Where the site is, and in which language a program reads the titles of the package. */
export interface Place {
  /** Of the site, without a path. */
  origin: string;
  language: FileLanguage;
}

const stateOf = ({ release, sample }: Package): string =>
  `release=${release.n}${sample === 'exclude' ? '&sample=exclude' : ''}`;

const hashOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

const writeParts = (record: Package, pathOf: (name: TableName) => string): Promise<Part[]> =>
  Promise.all(
    tableNames.map(async (name) => {
      const bytes = strToU8(writeTableCsv(name, record)) as Uint8Array<ArrayBuffer>;
      return { name, path: pathOf(name), bytes, hash: await hashOf(bytes) };
    }),
  );

const writeDescriptor = (record: Package, parts: Part[], place: Place): string =>
  JSON.stringify(describePackage(record, parts, place), null, 2);

/** The descriptor by itself: it names the files of the package by their whole addresses, at the release. */
export async function writeDataPackage(record: Package, place: Place): Promise<string> {
  const pathOf = (name: TableName) =>
    `${place.origin}/api/v1/dataset/${name}.csv?${stateOf(record)}`;
  return writeDescriptor(record, await writeParts(record, pathOf), place);
}

/** One file of the package. */
export const writePackageFile = (file: PackageFile, record: Package, place: Place): string =>
  file === 'README.txt'
    ? writeReadme(record, (language) => `${place.origin}/${language}/data?${stateOf(record)}`)
    : writeTableCsv(file.slice(0, -'.csv'.length) as TableName, record);

/** The whole package as a zip archive; its files are as old as the release. */
export async function writeArchive(
  record: Package,
  place: Place,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await writeParts(record, (name) => `${name}.csv`);
  const files = {
    'datapackage.json': strToU8(writeDescriptor(record, parts, place)),
    'README.txt': strToU8(writePackageFile('README.txt', record, place)),
    ...Object.fromEntries(parts.map(({ path, bytes }) => [path, bytes])),
  };
  return zipSync(files, {
    mtime: new Date(record.release.publishedAt),
  }) as Uint8Array<ArrayBuffer>;
}
