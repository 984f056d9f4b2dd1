import { intlTag, type Locale } from '$lib/words/locale.ts';

interface Languages {
  /** BCP 47 tags: of letters, and of hanzi. An Office text has one of each. */
  letters: string;
  hanzi: string;
  /** Whether signs that both have, such as "—" and “”, are those of hanzi. */
  isEastAsian: boolean;
}

/** The languages of a text: what is proofread as what, and which form a hanzi has. */
export function languagesOf(locale: Locale): Languages {
  const tag = intlTag(locale);
  const isEastAsian = /^(zh|ja|ko)\b/.test(tag);
  return isEastAsian
    ? { letters: intlTag('en'), hanzi: tag, isEastAsian }
    : { letters: tag, hanzi: intlTag('zh'), isEastAsian };
}
