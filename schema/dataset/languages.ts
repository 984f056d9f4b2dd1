import type { Localised } from '../vocabulary.ts';

/** The languages that the words of files stand in; the texts of the record may have more. */
export const fileLanguages = ['zh', 'en'] as const;
export type FileLanguage = (typeof fileLanguages)[number];

/** A text in every language that files are written in. */
export type Words = Record<FileLanguage, string>;

/** A text of the record in a language, else in the first that it has; empty where it has none. */
export const inLanguage = (texts: Localised | null | undefined, language: string): string =>
  texts?.[language] || (Object.values(texts ?? {}).find((text) => text !== '') ?? '');
