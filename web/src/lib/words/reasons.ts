import type { GapReason } from '$schema/vocabulary.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';

/** What is not given: a figure, or one of the numbers derived from figures. */
export type Withheld =
  'value' | 'change' | 'percent' | 'cumulative' | 'share' | 'progress' | 'growth';

/** Why there is no number, in the two or three words that fit a tile or a cell. */
export function reasonShort(reason: GapReason, locale: Locale): string {
  return m.word_reason_short({ reason }, { locale });
}

/** The same as a sentence for a footnote: "Change not given: only a lower bound is known." */
export function reasonSentence(reason: GapReason, what: Withheld, locale: Locale): string {
  const because = m.word_reason_full({ reason }, { locale });
  return m.word_withheld({ what, because }, { locale });
}
