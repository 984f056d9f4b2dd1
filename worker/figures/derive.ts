import type { Derived, Target } from '../../schema/answers.ts';
import type { GapReason } from '../../schema/vocabulary.ts';
import { isKnown, type Cell, type Known, type Observation } from './cells.ts';
import { giveDerived, hasLowerBound, qualifyDerived, withholdDerived } from './derived.ts';
import { roundPercent, roundValue } from './rounding.ts';

/** What the derived numbers of a metric depend on besides its figures. */
export type Frame = {
  /** First year of the record. */
  founded: number;
  /** Years from which on the metric is counted in another way. */
  breaks: readonly number[];
  decimals: number;
};

/** Value less the value of the year before, in the metric's unit. */
export function deriveChange(
  current: Observation,
  previous: Observation | undefined,
  frame: Frame,
): Derived {
  const pair = comparePair(current, previous, frame);
  if ('gap' in pair) return pair.gap;
  const change = roundValue(pair.current.value - pair.previous.value, frame.decimals);
  return markMixed(giveDerived(change, qualifyDerived(pair.inputs), pair.inputs), pair.inputs);
}

/** Change as a percentage of the year before. A base of 0, or below it, has no percentage. */
export function deriveChangePercent(
  current: Observation,
  previous: Observation | undefined,
  frame: Frame,
): Derived {
  const pair = comparePair(current, previous, frame);
  if ('gap' in pair) return pair.gap;
  const base = pair.previous.value;
  if (base <= 0) return withholdDerived('previous_zero', pair.inputs);
  const percent = roundPercent(((pair.current.value - base) / base) * 100);
  return markMixed(giveDerived(percent, qualifyDerived(pair.inputs), pair.inputs), pair.inputs);
}

/** The range that is asked for may leave the year before out, so the number itself says it. */
function markMixed(derived: Derived, inputs: readonly Observation[]): Derived {
  const isMixed = inputs.some(({ sample }) => sample) && inputs.some(({ sample }) => !sample);
  return isMixed ? { ...derived, mixed: true } : derived;
}

type Pair =
  | { current: Known<Observation>; previous: Known<Observation>; inputs: Observation[] }
  | { gap: Derived };

/** Two years that may be compared, or the first reason why they may not, the plainest first. */
function comparePair(
  current: Observation,
  previous: Observation | undefined,
  { founded, breaks }: Frame,
): Pair {
  const inputs = previous === undefined ? [current] : [current, previous];
  const withhold = (reason: GapReason) => ({ gap: withholdDerived(reason, inputs) });

  if (!isKnown(current)) return withhold('no_figure');
  if (current.year === founded) return { gap: withholdDerived('first_year', [current]) };
  if (!isKnown(previous)) return withhold('no_previous_figure');
  if (current.yearToDate || previous.yearToDate) return withhold('year_unfinished');
  if (breaks.includes(current.year)) return withhold('series_break');
  if (hasLowerBound(inputs)) return withhold('lower_bound');
  return { current, previous, inputs };
}

/**
 * Percentage of the total of the same year. Parts of a metric whose members overlap (not additive)
 * have no share. A share of the year to date is a share so far.
 */
export function deriveShare(part: Cell, total: Cell, additive: boolean): Derived {
  const inputs = [part, total];
  if (!isKnown(part) || !isKnown(total)) return withholdDerived('no_figure', inputs);
  if (!additive) return withholdDerived('not_additive', inputs);
  if (hasLowerBound(inputs)) return withholdDerived('lower_bound', inputs);
  if (total.value <= 0) return withholdDerived('total_zero', inputs);
  const percent = roundPercent((part.value / total.value) * 100);
  return giveDerived(percent, qualifyDerived(inputs), inputs);
}

/** The total's share of itself: exactly 100, however exactly the total is known. */
export function deriveShareOfItself(total: Cell): Derived {
  if (!isKnown(total)) return withholdDerived('no_figure', [total]);
  if (total.value <= 0) return withholdDerived('total_zero', [total]);
  return giveDerived(100, 'exact', [total]);
}

/**
 * Value as a percentage of the target of its year. At least a value is at least the progress; a year
 * to date has come so far. A target of 0 is none: nothing is a percentage of it.
 */
export function deriveProgress(figure: Cell, target: Target | null): Derived {
  const inputs = target === null ? [figure] : [figure, target];
  if (!isKnown(figure)) return withholdDerived('no_figure', inputs);
  if (target === null || target.value <= 0) return withholdDerived('no_target', inputs);
  const percent = roundPercent((figure.value / target.value) * 100);
  return giveDerived(percent, figure.qualifier ?? 'exact', inputs);
}
