import type { Localised } from '$schema/vocabulary.ts';
import type { Locale } from './locale.ts';

export type PickedText = {
  text: string;
  /** The language of the text where it is not the one asked for; to go into a `lang` attribute. */
  lang: string | null;
};

/** Characters that turn the reading direction of all that follows, numbers included. */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text as it is shown: nothing in it turns what stands behind it. */
export const straight = (text: string): string => text.replace(turns, '');

/** A text in the language asked for, else in the first language it exists in; null when it has none. */
export function pickText(texts: Localised | null | undefined, locale: Locale): PickedText | null {
  const own = texts?.[locale];
  if (own) return { text: straight(own), lang: null };
  const other = Object.entries(texts ?? {}).find(([, text]) => text !== '');
  return other ? { text: straight(other[1]), lang: other[0] } : null;
}

/** The same as a plain string, for places that cannot carry a language; empty when there is no text. */
export function textOf(texts: Localised | null | undefined, locale: Locale): string {
  return pickText(texts, locale)?.text ?? '';
}

/** A heading as it stands inside a sentence: "Domain" becomes "domain", an acronym stays. */
export function insideSentence(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
