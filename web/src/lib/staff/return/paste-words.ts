import { locales } from '$lib/paraglide/runtime.js';
import { qualifierName, statusName } from '$lib/words/statuses.ts';
import { qualifiers, statuses, type Qualifier, type Status } from '$schema/vocabulary.ts';
import * as m from '$messages';

/** The words for a total, in every language. */
export const totalNames = (): string[] =>
  locales.flatMap((locale) => m.return_total_names({}, { locale }).split('|'));

/** A status by its code or its name in any language. */
export const readStatus = (text: string): Status | null =>
  statuses.find((status) => isOne(text, [status, ...names(statusName, status)])) ?? null;

/** A qualifier by its code, its sign or its name in any language. */
export const readQualifier = (text: string): Qualifier | null =>
  qualifiers.find((one) => isOne(text, [one, signs[one], ...names(qualifierName, one)])) ?? null;

/** What a text is written in: Chinese where it has a character of it. */
export const languageOf = (text: string): string => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');

const signs: Record<Qualifier, string> = { exact: '=', at_least: '≥', about: '≈' };

const names = <T>(name: (one: T, locale: (typeof locales)[number]) => string, one: T) =>
  locales.map((locale) => name(one, locale));

const isOne = (text: string, words: string[]): boolean =>
  words.some((word) => word.toLowerCase() === text.trim().toLowerCase());
