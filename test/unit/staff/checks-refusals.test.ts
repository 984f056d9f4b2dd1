import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTotalBelowParts,
  refuseCell,
  refuseMetric,
  refusePlace,
} from '../../../schema/staff/checks.ts';
import { TOTAL } from '../../../schema/vocabulary.ts';
import {
  cell,
  drafted,
  drafts,
  frame,
  members,
  metricOf,
  publish,
  say,
  withdrawn,
  type Given,
} from './cells.ts';

describe('refuseCell', () => {
  it.each<[string, Given, string | null]>([
    ['takes a value', { draft: say(3) }, null],
    ['takes 0', { draft: say(0) }, null],
    ['takes "missing"', { draft: say(null) }, null],
    ['takes a source of the catalogue', { draft: say(3, { source: 'report' }) }, null],
    ['takes the withdrawal of a figure', { draft: withdrawn, published: publish(2) }, null],
    ['takes what is published', { draft: null, published: publish(2) }, null],
    ['refuses NaN', { draft: say(NaN) }, 'not_a_number'],
    ['refuses infinity', { draft: say(Infinity) }, 'not_a_number'],
    ['refuses a negative value', { draft: say(-1) }, 'negative'],
    ['refuses a fraction of a count', { draft: say(1.5) }, 'too_many_decimals'],
    ['refuses more than 1e15', { draft: say(1e15 + 1) }, 'too_large'],
    ['refuses a value that is missing', { draft: say(3, { status: 'O' }) }, 'value_with_missing'],
    ['refuses no value', { draft: say(null, { status: 'A' }) }, 'no_value'],
    ['refuses a source it does not know', { draft: say(3, { source: 'x' }) }, 'unknown_source'],
    ['refuses to withdraw nothing', { draft: withdrawn }, 'nothing_to_withdraw'],
  ])('%s', (_, given, refusal) => {
    expect(refuseCell(cell('', given), { decimals: 0 }, frame)).toBe(refusal);
  });

  it('takes as many decimals as the metric has, and no year outside the life of the centre', () => {
    const of = (value: number, year = 2025) =>
      refuseCell(cell('', { draft: say(value) }), { decimals: 2 }, { ...frame, year });
    expect(of(0.07)).toBeNull();
    expect(of(1234567.89)).toBeNull();
    expect(of(0.075)).toBe('too_many_decimals');
    expect([2017, 2018, 2025, 2026].map((year) => of(1, year))).toEqual([
      'outside_centre_life',
      null,
      null,
      'outside_centre_life',
    ]);
  });
});

describe('refusePlace', () => {
  const listed = {
    lastYear: null,
    breakdown: {
      members: [
        { id: 'a', lastYear: null },
        { id: 'b', lastYear: 2020 },
      ],
    },
  };
  it.each([
    [listed, '', null],
    [listed, 'a', null],
    [listed, 'b', 'retired'],
    [listed, 'c', 'unknown_member'],
    [{ ...listed, lastYear: 2024 }, 'a', 'retired'],
    [{ ...listed, lastYear: 2025 }, 'a', null],
    [{ lastYear: null, breakdown: null }, 'a', 'unknown_member'],
    [undefined, '', 'unknown_metric'],
  ])('judges %j, member "%s": %s', (metric, member, refusal) => {
    expect(refusePlace(metric, member, frame)).toBe(refusal);
  });
});

describe('refuseMetric', () => {
  it('finds a total below its parts exactly where the parts add up to more', () => {
    fc.assert(
      fc.property(drafts, fc.boolean(), (given, additive) => {
        const total = given[TOTAL]?.value ?? null;
        const known = members.flatMap((member) => given[member]?.value ?? []);
        const isBelow =
          additive &&
          total !== null &&
          known.length > 0 &&
          total < known.reduce((a, b) => a + b, 0);
        const metric = drafted(given, { additive });
        expect(isTotalBelowParts(metric)).toBe(isBelow);
        expect(refuseMetric(metric, frame).length > 0).toBe(isBelow);
      }),
    );
  });

  it('names it on the cells that were changed and count', () => {
    const metric = metricOf({
      a: { draft: say(5) },
      b: { published: publish(5) },
      c: { draft: say(null) },
      '': { draft: say(9) },
    });
    const refused = (...changed: string[]) =>
      refuseMetric(metric, frame, new Set(changed)).map(({ member }) => member);
    expect(refused('a')).toEqual(['a']);
    expect(refused('c', '')).toEqual(['']);
    expect(refused('c')).toEqual([]);
  });
});
