import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../worker/figures/cells.ts';
import { deriveGrowth } from '../../../worker/figures/growth.ts';
import { makeObservation } from './fixtures.ts';

const range = (values: (number | null)[], changes: Partial<Observation>[] = []) =>
  values.map((value, i) => makeObservation(2018 + i, value, changes[i]));
const toDate = { yearToDate: true };
const atLeast = { qualifier: 'at_least' as const };

describe('deriveGrowth', () => {
  it.each<[string, Observation[], number, number, number]>([
    ['doubling each year', range([10, 20, 40]), 100, 2018, 2020],
    ['the same over a gap', range([10, null, 40]), 100, 2018, 2020],
    ['gaps at the ends', range([null, 10, 11, null]), 10, 2019, 2020],
    ['a fall to zero', range([10, 5, 0]), -100, 2018, 2020],
    ['three years', range([100, 1, 1, 120]), 6.265857, 2018, 2021],
    ['the last finished year', range([10, 20, 1], [{}, {}, toDate]), 100, 2018, 2019],
    ['bounds between the ends', range([10, 3, 40], [{}, atLeast]), 100, 2018, 2020],
  ])('gives %s', (_, years, value, from, to) => {
    const given = { qualifier: 'exact', reason: null, sample: false };
    expect(deriveGrowth(years, [])).toEqual({ value, from, to, ...given });
  });

  it.each<[string, string, Observation[], number[], number | null, number | null]>([
    ['no year', 'no_figure', range([null, null]), [], null, null],
    ['one year', 'no_figure', range([null, 5]), [], null, null],
    ['one year to date', 'no_figure', range([5], [toDate]), [], null, null],
    ['one finished year', 'year_unfinished', range([5, 6], [{}, toDate]), [], 2018, 2019],
    ['a lower bound first', 'lower_bound', range([0, 6], [atLeast]), [], 2018, 2019],
    ['a lower bound last', 'lower_bound', range([5, 6], [{}, atLeast]), [], 2018, 2019],
    ['a base of zero', 'previous_zero', range([0, 6]), [], 2018, 2019],
    ['growth across zero', 'previous_zero', range([5, -6]), [], 2018, 2019],
    ['a break between', 'series_break', range([5, 6, 7], [atLeast]), [2019], 2018, 2020],
    ['a break at the last', 'series_break', range([5, null, 7]), [2020], 2018, 2020],
  ])('is withheld for %s: %s', (_, reason, years, breaks, from, to) => {
    expect(deriveGrowth(years, breaks)).toEqual({
      value: null,
      qualifier: null,
      reason,
      sample: false,
      from,
      to,
    });
  });

  it('does not mind a break at its first year', () => {
    expect(deriveGrowth(range([10, 20]), [2018]).value).toBe(100);
  });

  it('is about, or sample data, when either end is', () => {
    const about = deriveGrowth(range([10, 20], [{}, { qualifier: 'about' }]), []);
    expect(about).toMatchObject({ value: 100, qualifier: 'about', sample: false });
    expect(deriveGrowth(range([10, 20], [{ sample: true }]), []).sample).toBe(true);
  });
});
