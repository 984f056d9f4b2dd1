import type { Metric } from '../../schema/answers.ts';
import { isRetired, type Qualifier, type Status } from '../../schema/vocabulary.ts';
import { isKnown, noCell, reportCell, type Cell } from './cells.ts';
import { roundValue } from './rounding.ts';
import type { FigureRow } from './rows.ts';

/** From firm to weak. O is not among them: what is missing is not part of a sum. */
const firmToWeak: readonly Status[] = ['A', 'P', 'E'];

/** The weakest status: a sum is no firmer than its weakest part. */
export function weakestStatus(found: readonly (Status | null)[]): Status {
  return firmToWeak.findLast((status) => found.includes(status)) ?? 'A';
}

/**
 * How exactly a sum is known. A lower bound among its parts outweighs an approximate one: "≥" asks
 * for the more careful reading.
 */
export function qualifySum(found: readonly (Qualifier | null)[], incomplete: boolean): Qualifier {
  if (incomplete || found.includes('at_least')) return 'at_least';
  return found.includes('about') ? 'about' : 'exact';
}

/**
 * The total of one metric in one year, in the metric's unit.
 *
 * A row for the total is the last word, even one that says the total is missing. Without one, the
 * total of an additive metric is the sum of its members, and at least that when a member is missing. A member that is
 * retired by that year is not missing.
 *
 * @param members rows of one year
 */
export function totalCell(
  explicit: FigureRow | undefined,
  members: readonly FigureRow[],
  metric: Pick<Metric, 'additive' | 'decimals' | 'breakdown'>,
): Cell {
  if (explicit !== undefined) return reportCell(explicit);
  return metric.additive ? sumMembers(members, metric) : noCell;
}

function sumMembers(
  rows: readonly FigureRow[],
  { decimals, breakdown }: Pick<Metric, 'decimals' | 'breakdown'>,
): Cell {
  const year = rows[0]?.year ?? 0;
  const ids = (breakdown?.members ?? []).map((member) => member.id);
  const retired = (breakdown?.members ?? [])
    .filter((member) => isRetired(member, year))
    .map((member) => member.id);
  const counted = rows.filter((row) => row.value !== null || !retired.includes(row.member));
  const cells = orderRows(counted, ids).map(reportCell);
  const known = cells.filter(isKnown);
  const sample = cells.some((cell) => cell.sample);

  if (known.length === 0) return { ...noCell, status: cells.length > 0 ? 'O' : null, sample };

  const incomplete =
    known.length < cells.length ||
    ids.some((id) => !retired.includes(id) && !rows.some((row) => row.member === id));
  // Where values can be negative, what is missing may lower the sum: then it bounds nothing.
  if (incomplete && known.some((cell) => cell.value < 0)) return { ...noCell, sample };

  return {
    value: roundValue(
      known.reduce((sum, cell) => sum + cell.value, 0),
      decimals,
    ),
    qualifier: qualifySum(
      known.map((cell) => cell.qualifier),
      incomplete,
    ),
    status: weakestStatus(known.map((cell) => cell.status)),
    sample,
    basis: 'summed',
    sources: [...new Set(known.flatMap((cell) => cell.sources))],
    note: null,
  };
}

/** Rows in the order of the breakdown, so that the order of a query never shows in an answer. */
function orderRows(rows: readonly FigureRow[], expected: readonly string[]): FigureRow[] {
  const place = (row: FigureRow) => {
    const at = expected.indexOf(row.member);
    return at < 0 ? expected.length : at;
  };
  return rows.toSorted((a, b) => place(a) - place(b) || (a.member < b.member ? -1 : 1));
}
