import type { CatalogueEntry } from '$schema/staff/catalogue.ts';

type Content = Record<string, unknown>;

/**
 * What to save where somebody else saved meanwhile but only moved the row to another place: the same, in that place.
 * Null where they changed anything else, which the person has to see.
 */
export function followMove<C extends Content>(
  mine: C,
  base: Content | null,
  theirs: CatalogueEntry,
): C | null {
  const place = theirs.content?.['position'];
  if (base === null || typeof place !== 'number') return null;
  const isMoved =
    JSON.stringify(plain({ ...base, position: place })) === JSON.stringify(plain(theirs.content));
  return isMoved ? { ...mine, position: place } : null;
}

/** The same in the order of the fields' names, so that equal contents are written alike. */
export function plain(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, plain(inner)]),
  );
}
