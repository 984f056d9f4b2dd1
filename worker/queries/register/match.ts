import { sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { facet, searchExpression, type FacetKind } from '../../../schema/register/search-terms.ts';

/** How many releases an expression names: beyond, the windows of the rows alone decide. */
const MOST_RELEASES = 120;

/** What an entry of an index has to have. */
export interface Asked {
  q?: string | undefined;
  facets: readonly (readonly [FacetKind, string | number | undefined])[];
  /** The release that is read. */
  n: number;
  sample: 'include' | 'exclude';
}

const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`);

/** From and to inclusive, the newest of them where there are too many. */
const releases = (kind: 'first' | 'last', from: number, to: number): string[] => {
  const count = Math.max(0, Math.min(MOST_RELEASES, to - from + 1));
  return quoted(Array.from({ length: count }, (_, i) => facet(kind, to - i)));
};

/**
 * The FTS5 expression of a search, or null where it asks for words and has none. All conditions stand in the index
 * itself, so that as many rows are read as shown, however many others there are. Versions that were replaced before
 * the release or came after it are left out as far as their releases can be named; the windows decide in the end.
 */
export function matchExpression({ q, facets, n, sample }: Asked): string | null {
  const words = q?.trim() ? searchExpression(q) : '';
  if (words === null) return null;
  const has = facets.flatMap(([kind, value]) => (value === undefined ? [] : [facet(kind, value)]));
  const shown = releases('first', 1, n);
  const not = [
    ...releases('last', 1, n - 1),
    ...(sample === 'exclude' ? [`"${facet('sample', 1)}"`] : []),
  ];
  const positive = [
    ...(words ? [words] : []),
    ...quoted(has).map((word) => `facets : ${word}`),
    // Where there are more releases than can be named, none is.
    ...(n <= MOST_RELEASES ? [`facets : (${shown.join(' OR ')})`] : []),
  ];
  const all = positive.length > 0 ? positive : ['facets : "f" *'];
  const expression = all.map((part) => `(${part})`).join(' AND ');
  return not.length > 0 ? `(${expression}) NOT (facets : (${not.join(' OR ')}))` : expression;
}

/**
 * The condition that an entry of an index comes after this one in a list; undefined: from the beginning. D1 binds numbers
 * as floating ones, at which FTS5 does not begin: it would walk all entries before.
 */
export const comesAfter = (rank: SQLiteColumn, after: number | undefined): SQL | undefined =>
  after === undefined ? undefined : sql`${rank} < cast(${after} as integer)`;
