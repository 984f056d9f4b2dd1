import type { Derived } from '../../schema/answers.ts';
import { isKnown, type Observation } from './cells.ts';
import type { Frame } from './derive.ts';
import { giveDerived, withholdDerived } from './derived.ts';
import { roundValue } from './rounding.ts';
import { qualifySum } from './totals.ts';

/**
 * Sum of all years from the first year of the record to the last of `years`, in the metric's unit.
 *
 * An earlier year that is missing, or was never finished, makes it a lower bound: it can only have
 * added. That holds while values are 0 or more; where one is negative, such a sum bounds nothing.
 *
 * @param years one observation for each year, founded year first, the year asked for last
 */
export function deriveCumulative(years: readonly Observation[], frame: Frame): Derived {
  const last = years.at(-1);
  if (!isKnown(last)) return withholdDerived('no_figure', last === undefined ? [] : [last]);
  if (frame.breaks.some((year) => year > frame.founded && year <= last.year))
    return withholdDerived('series_break', years);

  const known = years.filter(isKnown);
  const incomplete =
    known.length < years.length || known.some((figure) => figure.yearToDate && figure !== last);
  if (incomplete && known.some((figure) => figure.value < 0))
    return withholdDerived('lower_bound', years);

  const sum = known.reduce((total, figure) => total + figure.value, 0);
  const qualifier = qualifySum(
    known.map((figure) => figure.qualifier),
    incomplete,
  );
  return giveDerived(roundValue(sum, frame.decimals), qualifier, years);
}
