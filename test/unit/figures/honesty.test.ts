import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricFigures, Point, Series } from '../../../schema/answers.ts';
import { NOT_BROKEN_DOWN, TOTAL } from '../../../schema/vocabulary.ts';
import { pickHeadline } from '../../../worker/figures/headline.ts';
import { metricFigures } from '../../../worker/figures/series.ts';
import {
  arbitraryRequest,
  listDerived,
  makeMetric,
  makeRequest,
  makeRow,
  memberIds,
} from './fixtures.ts';

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

/**
 * A world whose figures are all known, and a record that knows part of it: some cells are missing,
 * some only a lower bound. Whatever the record states must be true of the world.
 */
describe('a record of a known world', () => {
  const years = [2018, 2019, 2020, 2021, 2022];
  const cell = fc.record({
    truth: fc.nat(9),
    seen: fc.constantFrom('exact' as const, 'exact' as const, 'at_least' as const, 'gone' as const),
    short: fc.nat(3),
  });
  const arbitraryWorld = fc.array(
    fc.record({ members: fc.array(cell, { minLength: 4, maxLength: 4 }), total: cell }),
    { minLength: years.length, maxLength: years.length },
  );
  type Seen = { truth: number; seen: 'exact' | 'at_least' | 'gone'; short: number };
  type World = { members: Seen[]; total: Seen }[];

  const readRow = (year: number, member: string, { truth, seen, short }: Seen) => {
    if (seen === 'gone') return [];
    const value = seen === 'exact' ? truth : Math.max(0, truth - short);
    return [makeRow({ year, member, value, qualifier: seen })];
  };
  const sum = (world: World[number]) =>
    world.members.reduce((total, { truth }) => total + truth, 0);
  const recordOf = (world: World) =>
    makeRequest({
      metric: makeMetric(),
      to: years.at(-1)!,
      rows: world.flatMap((each, i) => [
        ...each.members.flatMap((member, m) => readRow(years[i]!, memberIds[m]!, member)),
        ...readRow(years[i]!, TOTAL, { ...each.total, truth: sum(each) }),
      ]),
    });
  /** The true value of a series in the i-th year. */
  const truthOf = (world: World, member: string | null, i: number) =>
    member === null ? sum(world[i]!) : world[i]!.members[memberIds.indexOf(member)]!.truth;

  const expectTrue = (said: { value: number | null; qualifier: string | null }, truth: number) => {
    if (said.value === null) return;
    if (said.qualifier === 'exact') expect(said.value).toBeCloseTo(truth, 5);
    else expect(said.value).toBeLessThanOrEqual(truth + 1e-6);
  };

  it('states only what is true', () => {
    fc.assert(
      fc.property(arbitraryWorld, (world) => {
        const figures = metricFigures(recordOf(world));
        for (const { member, points } of figures.series) {
          if (member === NOT_BROKEN_DOWN) continue;
          points.forEach((point, i) => {
            const truth = truthOf(world, member, i);
            const before = i > 0 ? truthOf(world, member, i - 1) : NaN;
            expectTrue(point, truth);
            expectTrue(point.change, truth - before);
            expectTrue(point.changePercent, (truth / before - 1) * 100);
            const all = years.slice(0, i + 1).map((_, j) => truthOf(world, member, j));
            expectTrue(
              point.cumulative,
              all.reduce((a, b) => a + b),
            );
            if (member !== null) expectTrue(point.share, (truth / sum(world[i]!)) * 100);
          });
        }
        const { growth } = figures;
        if (growth.value !== null) {
          const [first, last] = [growth.from!, growth.to!].map((y) => sum(world[y - 2018]!));
          const span = growth.to! - growth.from!;
          expectTrue(growth, ((last! / first!) ** (1 / span) - 1) * 100);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves undivided only what the members it names leave', () => {
    fc.assert(
      fc.property(arbitraryWorld, (world) => {
        const rest = metricFigures(recordOf(world)).series.find(
          ({ member }) => member === NOT_BROKEN_DOWN,
        );
        rest?.points.forEach((point, i) => {
          const named = world[i]!.members.filter(({ seen }) => seen !== 'gone');
          expectTrue(point, sum(world[i]!) - named.reduce((total, { truth }) => total + truth, 0));
        });
      }),
      { numRuns: 300 },
    );
  });
});
