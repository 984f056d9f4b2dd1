import type { Qualifier, Status } from '../../vocabulary.ts';
import {
  effective,
  memberCellsOf,
  roundTo,
  totalCellOf,
  type CheckedMetric,
  type Figure,
} from './effective.ts';

/** The total of a metric in the year of its return, in its unit. */
export interface Total {
  /** Null: not known. */
  value: number | null;
  qualifier: Qualifier | null;
  /** Null: there is no figure; O: it is said to be missing. */
  status: Status | null;
  /** Whether the total was stated, or is the sum of the members. */
  basis: 'reported' | 'summed' | null;
  /** The part that no member accounts for; null where it is not known, or where there is nothing to say. */
  rest: { value: number; qualifier: Qualifier } | null;
}

type Known = Figure & { value: number };

const isKnown = (figure: Figure | null): figure is Known =>
  figure !== null && figure.value !== null;

const noTotal: Total = { value: null, qualifier: null, status: null, basis: null, rest: null };

/**
 * The total as the public record would have it. A stated total is the last word, also one that is said to be missing.
 * Without one, an additive metric has the sum of its members, and at least that when one of them is a lower bound or
 * missing. (`worker/figures/totals.ts` and `rest.ts` say the same of what is published.)
 */
export function totalOf(metric: Pick<CheckedMetric, 'decimals' | 'additive' | 'cells'>): Total {
  const stated = totalCellOf(metric.cells);
  const figure = stated ? effective(stated) : null;
  const members = memberCellsOf(metric.cells).map(effective);
  if (figure === null) return metric.additive ? sumOf(members, metric.decimals) : noTotal;
  const { value, qualifier, status } = figure;
  if (value === null) return { ...noTotal, status };
  const rest = metric.additive
    ? restOf({ value, qualifier }, members.filter(isKnown), metric.decimals)
    : null;
  return { value, qualifier, status, basis: 'reported', rest };
}

/** What the members add up to: at least so much when one is a lower bound or missing. Null: that cannot be said. */
export function partsOf(
  metric: Pick<CheckedMetric, 'decimals' | 'cells'>,
): (Pick<Total, 'qualifier'> & { value: number }) | null {
  const { value, qualifier } = sumOf(memberCellsOf(metric.cells).map(effective), metric.decimals);
  return value === null ? null : { value, qualifier };
}

const add = (figures: readonly Known[], decimals: number): number =>
  roundTo(
    figures.reduce((sum, figure) => sum + figure.value, 0),
    decimals,
  );

function sumOf(members: readonly (Figure | null)[], decimals: number): Total {
  const known = members.filter(isKnown);
  if (known.length === 0) return { ...noTotal, status: members.some(Boolean) ? 'O' : null };
  const incomplete = known.length < members.length;
  // Where values can be negative, what is missing may lower the sum: then it bounds nothing.
  if (incomplete && known.some(({ value }) => value < 0)) return noTotal;
  const has = (qualifier: Qualifier) => known.some((figure) => figure.qualifier === qualifier);
  return {
    value: add(known, decimals),
    qualifier: incomplete || has('at_least') ? 'at_least' : has('about') ? 'about' : 'exact',
    status: weakest(known),
    basis: 'summed',
    rest: null,
  };
}

/** A sum is no firmer than its weakest part. */
const weakest = (known: readonly Known[]): Status =>
  (['E', 'P'] as const).find((status) => known.some((figure) => figure.status === status)) ?? 'A';

function restOf(
  total: { value: number; qualifier: Qualifier },
  known: readonly Known[],
  decimals: number,
): Total['rest'] {
  if (known.length === 0) return null;
  const value = roundTo(total.value - add(known, decimals), decimals);
  const qualifier = qualifyRest(total.qualifier, known);
  if (qualifier === null || value < 0 || (value === 0 && qualifier !== 'exact')) return null;
  return { value, qualifier };
}

/** Null where it cannot be said: a member of at least so much leaves *at most* the rest, which has no qualifier. */
function qualifyRest(total: Qualifier, known: readonly Known[]): Qualifier | null {
  if (known.some((figure) => figure.qualifier === 'at_least')) return null;
  const about = known.some((figure) => figure.qualifier === 'about');
  if (total === 'at_least') return about ? null : 'at_least';
  return about ? 'about' : total;
}
