import type { Words } from './languages.ts';

/** A column of a table of the data package; types are those of Frictionless Table Schema. */
export interface Field {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';
  title: Words;
  meaning: Words;
  /** A column for each language of the record: `note_zh`, `note_en`. */
  localised?: true;
  required?: true;
  /** The codes it takes. */
  codes?: readonly string[];
}

/** A table of the data package. Keys name its columns; a reference names columns of another table. */
export interface Table {
  title: Words;
  fields: readonly Field[];
  key: readonly string[];
  references: readonly { fields: readonly string[]; table: string; to: readonly string[] }[];
}

/** The columns that a field has in a record of these languages. */
export const columnsOf = ({ name, localised }: Field, languages: readonly string[]): string[] =>
  localised ? languages.map((language) => `${name}_${language}`) : [name];
