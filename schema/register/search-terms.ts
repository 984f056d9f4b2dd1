/** Signs that are written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const runs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]+/gv;

/** How much of a query is looked at: what a person types is shorter. */
const MOST_TERMS = 12;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/**
 * A text as a full-text index holds it: every hanzi is a word of its own. A phrase of such words then finds a Chinese
 * name by any part of it, also by one or two signs, which neither words between spaces nor trigrams can.
 */
export const indexWords = (texts: readonly string[]): string =>
  texts.map((text) => plain(text).replace(unspaced, ' $& ')).join(' | ');

/**
 * What a person typed as an FTS5 expression on the column `words`: all of its terms, hanzi as phrases, other words from
 * their beginning. Null where it has no word at all.
 */
export function searchExpression(query: string): string | null {
  const terms = (plain(query).match(runs) ?? []).slice(0, MOST_TERMS);
  if (terms.length === 0) return null;
  const parts = terms.map((term) =>
    term.search(unspaced) === 0 ? `"${[...term].join(' ')}"` : `"${term}" *`,
  );
  return `words : (${parts.join(' AND ')})`;
}

const facetKinds = {
  kind: 'k',
  year: 'y',
  member: 'm',
  stage: 's',
  country: 'c',
  organisation: 'o',
  first: 'f',
  last: 'l',
  /** What a version is in the release that brought it: `new`, `changed`, or `named` as organisations are since. */
  brought: 'q',
  /** The release that withdrew it. */
  gone: 'g',
  sample: 'x',
  /** A name as `nameKey` writes it. */
  name: 'n',
  /** The record that a draft took place in. */
  part: 'p',
  /** Of a draft: it waits for the next release, or a release has taken it up. */
  pending: 'w',
  taken: 't',
} as const;
export type FacetKind = keyof typeof facetKinds;

/** A property of a record as one word of the index: letters and digits only, so hyphens and others are spelled out. */
export const facet = (kind: FacetKind, value: string | number): string =>
  `${facetKinds[kind]}${String(value)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, (sign) => `ŋ${sign.codePointAt(0)!.toString(36)}ŋ`)}`;
