import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../worker/figures/cells.ts';
import { deriveCumulative } from '../../../worker/figures/cumulative.ts';
import { frame, makeObservation } from './fixtures.ts';

/** Observations from 2018 on. */
const record = (values: (number | null)[], changes: Partial<Observation>[] = []) =>
  values.map((value, i) => makeObservation(2018 + i, value, changes[i]));

describe('deriveCumulative', () => {
  it('sums from the founded year', () => {
    expect(deriveCumulative(record([1, 0, 4]), frame)).toEqual({
      value: 5,
      qualifier: 'exact',
      reason: null,
      sample: false,
    });
    expect(deriveCumulative(record([0.1, 0.2]), { ...frame, decimals: 1 }).value).toBe(0.3);
  });

  it.each<[string, Observation[], string, number]>([
    ['a year is missing', record([1, null, 4]), 'at_least', 5],
    ['the first year is missing', record([null, 4]), 'at_least', 4],
    ['a year is at_least', record([1, 4], [{ qualifier: 'at_least' }]), 'at_least', 5],
    ['its own year is at_least', record([1, 4], [{}, { qualifier: 'at_least' }]), 'at_least', 5],
    ['an earlier year was never finished', record([1, 4], [{ yearToDate: true }]), 'at_least', 5],
    ['its own year is to date', record([1, 4], [{}, { yearToDate: true }]), 'exact', 5],
    ['a year is about', record([1, 4], [{ qualifier: 'about' }]), 'about', 5],
    ['one is about, one missing', record([1, null, 4], [{ qualifier: 'about' }]), 'at_least', 5],
    ['values are negative and complete', record([1, -3, 4]), 'exact', 2],
  ])('when %s: %o is %s', (_, years, qualifier, value) => {
    expect(deriveCumulative(years, frame)).toMatchObject({ value, qualifier });
  });

  it.each([
    ['no_figure', record([1, null]), [2019]],
    ['series_break', record([1, null, 4]), [2019]],
    ['series_break', record([1, 2, 4]), [2020]],
    ['lower_bound', record([-1, null, 4]), []],
  ])('is withheld for %s', (reason, years, breaks) => {
    const cumulative = deriveCumulative(years, { ...frame, breaks });
    expect(cumulative).toMatchObject({ value: null, qualifier: null, reason });
  });

  it('does not mind a break in the first year, nor one to come', () => {
    const within = { ...frame, breaks: [2018, 2020] };
    expect(deriveCumulative(record([1, 2]), within).value).toBe(3);
  });

  it('is sample data from the first sample year on', () => {
    expect(deriveCumulative(record([1, 2, 3], [{ sample: true }]), frame).sample).toBe(true);
  });
});
