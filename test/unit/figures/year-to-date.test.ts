import { describe, expect, it } from 'vitest';
import { listYearsWithFigures } from '../../../worker/figures/years.ts';
import { yearToDate } from '../../../worker/figures/year-to-date.ts';
import { makeRow } from './fixtures.ts';

describe('yearToDate', () => {
  it.each([
    ['the year of the release', 2025, 2025, [], true],
    ['the year of the release once it is closed', 2025, 2025, [2025], false],
    ['a year that was over, closed or not', 2024, 2025, [], false],
    ['a year still to come', 2026, 2025, [2025], true],
  ])('of %s', (_, year, published, closed, expected) => {
    expect(yearToDate(year, published, closed)).toBe(expected);
  });
});

describe('listYearsWithFigures', () => {
  it('names each year with a value once, oldest first', () => {
    const rows = [
      makeRow({ year: 2024 }),
      makeRow({ year: 2019, value: 0 }),
      makeRow({ year: 2024, member: 'other' }),
      makeRow({ year: 2020, value: null }),
    ];
    expect(listYearsWithFigures(rows)).toEqual([2019, 2024]);
  });
});
