import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricFigures, Point, Series } from '../../../schema/answers.ts';
import { NOT_BROKEN_DOWN, TOTAL } from '../../../schema/vocabulary.ts';
import { pickHeadline } from '../../../worker/figures/headline.ts';
import { metricFigures } from '../../../worker/figures/series.ts';
import { arbitraryRequest, listDerived } from './fixtures.ts';

/** What must hold for any record, however full of holes. */
describe('the figures of any record', () => {
  const check = (holds: (figures: MetricFigures) => void) =>
    fc.assert(fc.property(arbitraryRequest, (request) => holds(metricFigures(request))));
  /** Every point with the one before it in the range. */
  const eachPair = (
    figures: MetricFigures,
    holds: (point: Point, before: Point | undefined, series: Series) => void,
  ) => {
    for (const series of figures.series)
      series.points.forEach((point, i) => holds(point, series.points[i - 1], series));
  };

  it('have a reason exactly where a derived number is null', () => {
    fc.assert(
      fc.property(arbitraryRequest, fc.nat(60), (request, value) => {
        const targets = [{ year: request.to, value, sample: false, source: 'plan' }];
        const figures = metricFigures({ ...request, targets });
        const { progress } = pickHeadline(figures, request.to);
        for (const [name, derived] of [...listDerived(figures), ['progress', progress] as const]) {
          expect(derived.value === null, name).toBe(derived.reason !== null);
          expect(derived.value === null, name).toBe(derived.qualifier === null);
          if (derived.value !== null) expect(derived.value, name).toSatisfy(Number.isFinite);
        }
      }),
    );
  });

  it('have one point for each year of the range', () => {
    check((figures) => {
      for (const { points } of figures.series) {
        expect(points).toHaveLength(figures.to - figures.from + 1);
        points.forEach((point, i) => expect(point.year).toBe(figures.from + i));
      }
    });
  });

  it('have a value exactly where a row, or the rows of members, gave one', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        for (const { member, points } of metricFigures(request).series) {
          if (member === NOT_BROKEN_DOWN) continue;
          for (const point of points) {
            const rows = request.rows.filter((row) => row.year === point.year);
            const own = rows.find((row) => row.member === (member ?? TOTAL));
            if (own !== undefined) expect(point.value).toBe(own.value);
            else if (member !== null || !request.metric.additive) expect(point.value).toBeNull();
            else expect(point.value !== null).toBe(rows.some((row) => row.value !== null));
          }
        }
      }),
    );
  });

  it('take nothing from a missing year', () => {
    check((figures) =>
      eachPair(figures, (point, before) => {
        if (point.value === null) {
          for (const name of ['change', 'changePercent', 'cumulative', 'share'] as const)
            expect(point[name].reason).toBe('no_figure');
          expect(point.yearToDate).toBe(false);
        } else if (before !== undefined && before.value === null) {
          expect(point.change.reason).toBe('no_previous_figure');
          expect(point.cumulative.qualifier).not.toBe('exact');
        }
      }),
    );
  });

  it('never make a fact of a lower bound', () => {
    check((figures) => {
      eachPair(figures, (point, before, series) => {
        if (point.qualifier === 'at_least') {
          expect(point.change.value).toBeNull();
          if (series.member !== null) expect(point.share.value).toBeNull();
        }
        if (before?.qualifier === 'at_least') {
          expect(point.change.value).toBeNull();
          expect(point.changePercent.value).toBeNull();
        }
        const bounded = series.points.some(
          (other) => other.year <= point.year && other.qualifier === 'at_least',
        );
        if (bounded) expect([null, 'at_least']).toContain(point.cumulative.qualifier);
        const total = figures.series[0]!.points.find((other) => other.year === point.year);
        if (series.member !== null && total!.qualifier === 'at_least')
          expect(point.share.value).toBeNull();
      });
      for (const end of figures.series[0]!.points)
        if (
          end.qualifier === 'at_least' &&
          [figures.growth.from, figures.growth.to].includes(end.year)
        )
          expect(figures.growth.value).toBeNull();
    });
  });

  it('compare nothing across a break', () => {
    check((figures) => {
      const breaks = figures.metric.breaks.map(({ year }) => year);
      eachPair(figures, (point) => {
        if (breaks.includes(point.year)) expect(point.change.value).toBeNull();
        if (breaks.some((year) => year > 2018 && year <= point.year))
          expect(point.cumulative.value).toBeNull();
      });
      const { value, from, to } = figures.growth;
      if (value !== null) expect(breaks.some((year) => year > from! && year <= to!)).toBe(false);
    });
  });

  it('compare nothing with an unfinished year', () => {
    check((figures) => {
      eachPair(figures, (point, before) => {
        if (point.yearToDate || before?.yearToDate === true) {
          expect(point.change.value).toBeNull();
          expect(point.changePercent.value).toBeNull();
        }
        if (before?.yearToDate === true) expect(point.cumulative.qualifier).not.toBe('exact');
      });
      const last = figures.series[0]!.points.find((point) => point.year === figures.growth.to);
      if (figures.growth.value !== null) expect(last!.yearToDate).toBe(false);
    });
  });

  it('are sample data as far as any figure that they rest on is', () => {
    check((figures) =>
      eachPair(figures, (point, before, { member, points }) => {
        const total = figures.series[0]!.points.find((other) => other.year === point.year)!;
        if (point.change.value !== null && before !== undefined)
          expect(point.change.sample).toBe(point.sample || before.sample);
        if (point.share.value !== null)
          expect(point.share.sample).toBe(point.sample || (member !== null && total.sample));
        const upTo = points.filter((other) => other.year <= point.year);
        if (point.cumulative.value !== null && upTo.some((other) => other.sample))
          expect(point.cumulative.sample).toBe(true);
      }),
    );
  });

  it('are no sample data anywhere without a sample row', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const rows = request.rows.map((row) => ({ ...row, sample: false }));
        const figures = metricFigures({ ...request, rows });
        expect(figures.series.flatMap(({ points }) => points).some((point) => point.sample)).toBe(
          false,
        );
        for (const [name, derived] of listDerived(figures))
          expect(derived.sample, name).toBe(false);
      }),
    );
  });

  it('say the same of a year in every range', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const whole = metricFigures({ ...request, from: 2018, to: 2025 });
        for (const { member, points } of metricFigures(request).series) {
          const same = whole.series.find((series) => series.member === member)!;
          const inside = same.points.filter(
            ({ year }) => year >= request.from && year <= request.to,
          );
          expect(points).toEqual(inside);
        }
      }),
    );
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(arbitraryRequest, (request) => {
        const rows = request.rows.toReversed();
        expect(metricFigures({ ...request, rows })).toEqual(metricFigures(request));
      }),
    );
  });

  it('add up: members and what is not broken down make the total', () => {
    check((figures) => {
      const [total, ...parts] = figures.series;
      if (!parts.some(({ member }) => member === NOT_BROKEN_DOWN)) return;
      total!.points.forEach((whole, i) => {
        const rest = parts.at(-1)!.points[i]!;
        if (rest.value === null) return;
        const sum = parts.reduce((found, { points }) => found + (points[i]!.value ?? 0), 0);
        expect(sum).toBeCloseTo(whole.value!, 6);
      });
    });
  });
});
