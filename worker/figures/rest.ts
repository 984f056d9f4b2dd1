import type { Metric } from '../../schema/answers.ts';
import type { Qualifier } from '../../schema/vocabulary.ts';
import { isKnown, noCell, type Cell, type Known } from './cells.ts';
import { roundValue } from './rounding.ts';
import { weakestStatus } from './totals.ts';

/**
 * The part of a total that no member accounts for ("not broken down"), in the metric's unit.
 *
 * It is the total less what the members report, so a member that is missing is inside it: "of 20,
 * 13 are broken down" leaves exactly 7, whoever they belong to. It is given only where at least one
 * member has a value, and 0 only where it is known to be 0. No basis: it is neither reported nor summed.
 */
export function restCell(
  total: Cell,
  members: readonly Cell[],
  metric: Pick<Metric, 'additive' | 'decimals'>,
): Cell {
  const known = members.filter(isKnown);
  if (!metric.additive || !isKnown(total) || known.length === 0) return noCell;

  const parts = known.reduce((sum, cell) => sum + cell.value, 0);
  const value = roundValue(total.value - parts, metric.decimals);
  const qualifier = qualifyRest(total, known);
  if (qualifier === null || value < 0 || (value === 0 && qualifier !== 'exact')) return noCell;

  const inputs = [total, ...known];
  return {
    value,
    qualifier,
    status: weakestStatus(inputs.map((cell) => cell.status)),
    sample: inputs.some((cell) => cell.sample),
    basis: null,
    sources: [...new Set(inputs.flatMap((cell) => cell.sources))],
    note: null,
  };
}

/**
 * How exactly the rest is known; null when it cannot be said:
 * a member that is at least so much leaves *at most* the rest, for which there is no qualifier;
 * at least a total less about a member is neither "at least" nor "about".
 */
function qualifyRest(total: Cell, members: readonly Known<Cell>[]): Qualifier | null {
  if (members.some((cell) => cell.qualifier === 'at_least')) return null;
  const about = members.some((cell) => cell.qualifier === 'about');
  if (total.qualifier === 'at_least') return about ? null : 'at_least';
  return about ? 'about' : total.qualifier;
}
