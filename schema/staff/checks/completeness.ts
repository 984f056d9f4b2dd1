import { effective, memberCellsOf, totalCellOf, type CheckedMetric } from './effective.ts';

/** How many of the figures that a year is asked for are there. */
export interface Completeness {
  /** With a value. */
  filled: number;
  /** Said to be missing, with a reason. */
  missing: number;
  /** Neither. */
  empty: number;
}

/**
 * How much of a year is there. Of a metric its members are asked for as soon as one of them says something, its total
 * otherwise; so a year may be reported whole or in parts, and is never asked for both.
 */
export function completenessOf(metrics: readonly Pick<CheckedMetric, 'cells'>[]): Completeness {
  const found = { filled: 0, missing: 0, empty: 0 };
  for (const { cells } of metrics) {
    const members = memberCellsOf(cells).map(effective);
    const total = totalCellOf(cells);
    const asked = members.some((figure) => figure !== null)
      ? members
      : [total ? effective(total) : null];
    for (const figure of asked) {
      if (figure === null) found.empty += 1;
      else if (figure.value !== null) found.filled += 1;
      else if (figure.note) found.missing += 1;
      else found.empty += 1;
    }
  }
  return found;
}
