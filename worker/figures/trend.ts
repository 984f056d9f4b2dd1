import type { Qualifier } from '../../schema/vocabulary.ts';

/** A figure as far as movements go; null: none. */
type Stated = { value: number | null; qualifier: Qualifier } | null;

/**
 * Whether a movement between two years that is public would point the other way, if a figure of one of them changed
 * from `before` to `after`. A lower bound moves nowhere for certain.
 * @param neighbours figures of the years beside it that the series does not break from
 */
export function turnsTrend(before: Stated, after: Stated, neighbours: readonly Stated[]): boolean {
  return neighbours.some((neighbour) => move(neighbour, before) * move(neighbour, after) < 0);
}

/** 1 up, -1 down, 0 neither or not known. */
function move(from: Stated, to: Stated): number {
  const known = [from, to].map((of) => (of?.qualifier === 'at_least' ? null : (of?.value ?? null)));
  const [a, b] = known as [number | null, number | null];
  return a === null || b === null ? 0 : Math.sign(b - a);
}
