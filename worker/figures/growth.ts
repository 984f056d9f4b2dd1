import type { Growth } from '../../schema/answers.ts';
import { isKnown, type Observation } from './cells.ts';
import { giveDerived, hasLowerBound, qualifyDerived, withholdDerived } from './derived.ts';
import { roundPercent } from './rounding.ts';

/**
 * Compound growth a year, in per cent, between the first and the last finished year that have a
 * figure. What lies between them does not count, but for a series break.
 *
 * @param years the observations of the range, oldest first
 * @param breaks years from which on the metric is counted in another way
 */
export function deriveGrowth(years: readonly Observation[], breaks: readonly number[]): Growth {
  const known = years.filter(isKnown);
  if (known.length < 2) return { ...withholdDerived('no_figure', known), from: null, to: null };

  const finished = known.filter((figure) => !figure.yearToDate);
  const usable = finished.length < 2 ? known : finished;
  const [first, last] = [usable[0]!, usable.at(-1)!];
  const ends = [first, last];
  const span = { from: first.year, to: last.year };

  if (finished.length < 2) return { ...withholdDerived('year_unfinished', ends), ...span };
  if (breaks.some((year) => year > first.year && year <= last.year))
    return { ...withholdDerived('series_break', ends), ...span };
  if (hasLowerBound(ends)) return { ...withholdDerived('lower_bound', ends), ...span };
  // Nothing compounds from 0, nor across it.
  if (first.value <= 0 || last.value < 0)
    return { ...withholdDerived('previous_zero', ends), ...span };

  const yearly = (last.value / first.value) ** (1 / (last.year - first.year));
  const percent = roundPercent((yearly - 1) * 100);
  return { ...giveDerived(percent, qualifyDerived(ends), ends), ...span };
}
