import type { Mark } from '$lib/chart/types.ts';
import * as m from '$lib/paraglide/messages.js';
import type { Locale } from './locale.ts';

/** A mark as the legend explains it: "≥ at least (lower bound)". */
export function markLabel(mark: Mark, locale: Locale): string {
  return m.word_mark({ mark }, { locale });
}

/** A mark as it is said after a value: "estimated". */
export function markName(mark: Mark, locale: Locale): string {
  return m.word_mark_name({ mark }, { locale });
}

/** A mark as a superscript in a table: "e". */
export function markSign(mark: Mark, locale: Locale): string {
  return m.word_mark_sign({ mark }, { locale });
}
