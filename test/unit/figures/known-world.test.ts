import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_BROKEN_DOWN, TOTAL } from '../../../schema/vocabulary.ts';
import { metricFigures } from '../../../worker/figures/series.ts';
import { makeRequest, makeRow, memberIds } from './fixtures.ts';

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
