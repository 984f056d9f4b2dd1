import { describe, expect, it } from 'vitest';
import type { MetricFigures } from '../../../schema/answers.ts';
import { NOT_BROKEN_DOWN } from '../../../schema/vocabulary.ts';
import { pickHeadline } from '../../../worker/figures/headline.ts';
import type { FigureRow } from '../../../worker/figures/rows.ts';
import { metricFigures } from '../../../worker/figures/series.ts';
import { makeMetric, makeRequest, makeRow, memberIds } from './fixtures.ts';

const names = (figures: MetricFigures) => figures.series.map((series) => series.member);
const pointOf = (figures: MetricFigures, member: string | null, year: number) =>
  figures.series
    .find((series) => series.member === member)!
    .points.find((point) => point.year === year)!;
const total = (year: number, value: number | null, changes: Partial<FigureRow> = {}) =>
  makeRow({ year, value, ...changes });

describe('metricFigures', () => {
  it('gives the total, then the members in their order', () => {
    const rows = [makeRow({ member: 'other' }), makeRow({ member: 'transfer' })];
    expect(names(metricFigures(makeRequest({ rows })))).toEqual([null, ...memberIds]);
  });

  it('gives the total alone when asked to, or without a breakdown', () => {
    const rows = [total(2024, 20), makeRow({ member: 'transfer', value: 5 })];
    const alone = metricFigures(makeRequest({ rows, by: 'total' }));
    expect(names(alone)).toEqual([null]);
    expect(pointOf(alone, null, 2024).value).toBe(20);
    const metric = makeMetric({ breakdown: null });
    expect(names(metricFigures(makeRequest({ metric, rows: [total(2024, 20)] })))).toEqual([null]);
  });

  it('adds what is not broken down last, and only where there is some', () => {
    const members = memberIds.map((member) => makeRow({ member, value: 3 }));
    const found = metricFigures(makeRequest({ rows: [total(2024, 20), ...members] }));
    expect(names(found)).toEqual([null, ...memberIds, NOT_BROKEN_DOWN]);
    const rest = pointOf(found, NOT_BROKEN_DOWN, 2024);
    expect(rest).toMatchObject({ value: 8, qualifier: 'exact', basis: null });
    expect(rest.share.value).toBe(40);
    expect(pointOf(found, NOT_BROKEN_DOWN, 2023).value).toBeNull();

    const complete = metricFigures(makeRequest({ rows: [total(2024, 12), ...members] }));
    expect(names(complete)).toEqual([null, ...memberIds]);
  });

  it('gives years without a row, and years said to be missing, as gaps', () => {
    const note = { en: 'Lost' };
    const rows = [total(2023, null, { note }), total(2024, 3)];
    const found = metricFigures(makeRequest({ rows, yearToDate: () => true }));
    const gap = { value: null, qualifier: null, basis: null, yearToDate: false };
    expect(pointOf(found, null, 2022)).toMatchObject({
      ...gap,
      status: null,
      sources: [],
      note: null,
    });
    expect(pointOf(found, null, 2023)).toMatchObject({
      ...gap,
      status: 'O',
      sources: ['report'],
      note,
    });
    expect(pointOf(found, null, 2024)).toMatchObject({ value: 3, yearToDate: true });
    expect(pointOf(found, null, 2024).change.reason).toBe('no_previous_figure');
  });

  it('looks back beyond its range', () => {
    const rows = [total(2018, 4), total(2019, 6), total(2020, 9)];
    const found = metricFigures(makeRequest({ rows, from: 2020, to: 2020 }));
    expect(found.series[0]!.points).toHaveLength(1);
    expect(pointOf(found, null, 2020)).toMatchObject({
      change: { value: 3 },
      changePercent: { value: 50 },
      cumulative: { value: 19, qualifier: 'exact' },
    });
  });

  it('grows within its range only', () => {
    const rows = [total(2018, 1), total(2019, 10), total(2020, 20)];
    const { growth } = metricFigures(makeRequest({ rows, from: 2019 }));
    expect(growth).toMatchObject({ value: 100, from: 2019, to: 2020 });
  });

  it('shows years before the record as gaps, whatever rows there are', () => {
    const rows = [total(2017, 4), total(2018, 6), total(2019, 1), total(2020, 1)];
    const found = metricFigures(makeRequest({ rows, from: 2015, to: 2020 }));
    expect(found.series[0]!.points.map((point) => point.value)).toEqual([
      null,
      null,
      null,
      6,
      1,
      1,
    ]);
    for (const year of [2015, 2016, 2017])
      expect(pointOf(found, null, year).cumulative.reason).toBe('no_figure');
    expect(pointOf(found, null, 2018)).toMatchObject({
      change: { reason: 'first_year' },
      cumulative: { value: 6, qualifier: 'exact' },
    });
  });

  it('keeps the targets of its range, by year', () => {
    const targets = [2025, 2017, 2024, 2026].map((year) => ({
      year,
      value: 10,
      sample: false,
      source: 'plan',
    }));
    const found = metricFigures(makeRequest({ targets }));
    expect(found.targets.map((target) => target.year)).toEqual([2024, 2025]);
  });

  it('breaks every series of the metric', () => {
    const metric = makeMetric({ breaks: [{ year: 2019, reasons: {} }] });
    const rows = [2018, 2019, 2020].map((year) => makeRow({ year, member: 'other', value: 5 }));
    const found = metricFigures(makeRequest({ metric, rows }));
    expect(pointOf(found, 'other', 2019).change.reason).toBe('series_break');
    expect(pointOf(found, 'other', 2020).change.value).toBe(0);
    expect(pointOf(found, 'other', 2020).cumulative.reason).toBe('series_break');
  });

  it('tells the centre’s agreements of 2024: 5, 8 and 4 "and others", 17 in all', () => {
    const at = (member: string, value: number) => makeRow({ member, value, qualifier: 'at_least' });
    const rows = [at('', 17), at('transfer', 5), at('biomedicine', 8), at('property', 4)];
    const targets = [{ year: 2024, value: 34, sample: true, source: 'sample' }];
    const found = metricFigures(makeRequest({ rows, targets, to: 2024 }));
    expect(names(found)).toEqual([null, ...memberIds]);
    expect(pointOf(found, null, 2024)).toMatchObject({ value: 17, qualifier: 'at_least' });
    expect(pointOf(found, 'other', 2024)).toMatchObject({ value: null, status: null });
    expect(pointOf(found, 'biomedicine', 2024).share.reason).toBe('lower_bound');
    expect(pointOf(found, null, 2024).cumulative).toMatchObject({
      value: 17,
      qualifier: 'at_least',
    });
    expect(pickHeadline(found, 2024).progress).toEqual({
      value: 50,
      qualifier: 'at_least',
      reason: null,
      sample: true,
    });
  });

  it('tells the centre’s meetings: one a year is known, of one kind', () => {
    const rows = [2018, 2019, 2020].map((year) =>
      makeRow({ year, member: 'transfer', value: 1, status: 'E' }),
    );
    const found = metricFigures(makeRequest({ rows, to: 2020 }));
    expect(pointOf(found, null, 2020)).toMatchObject({
      value: 1,
      qualifier: 'at_least',
      status: 'E',
      basis: 'summed',
      change: { reason: 'lower_bound' },
      cumulative: { value: 3, qualifier: 'at_least' },
    });
    expect(pointOf(found, 'transfer', 2020)).toMatchObject({
      change: { value: 0, qualifier: 'exact' },
      share: { reason: 'lower_bound' },
    });
    expect(found.growth).toMatchObject({ reason: 'lower_bound', from: 2018, to: 2020 });
  });
});

describe('pickHeadline', () => {
  const targets = [{ year: 2024, value: 40, sample: false, source: 'plan' }];
  const figures = metricFigures(makeRequest({ rows: [total(2024, 10)], targets }));

  it('gives the total of the year, with its target and progress', () => {
    expect(pickHeadline(figures, 2024)).toEqual({
      point: pointOf(figures, null, 2024),
      target: targets[0],
      progress: { value: 25, qualifier: 'exact', reason: null, sample: false },
    });
  });

  it('says why there is no progress', () => {
    expect(pickHeadline(figures, 2023)).toMatchObject({
      target: null,
      progress: { value: null, reason: 'no_figure' },
    });
  });

  it('refuses a year outside the range', () => {
    expect(() => pickHeadline(figures, 2026)).toThrow(RangeError);
  });
});
