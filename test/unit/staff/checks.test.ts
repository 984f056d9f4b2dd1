import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completenessOf,
  describeChange,
  effective,
  partsOf,
  totalOf,
} from '../../../schema/staff/checks.ts';
import { TOTAL } from '../../../schema/vocabulary.ts';
import { reportCell } from '../../../worker/figures/cells.ts';
import { restCell } from '../../../worker/figures/rest.ts';
import { totalCell } from '../../../worker/figures/totals.ts';
import { makeMetric, makeRow } from '../figures/fixtures.ts';
import {
  cell,
  drafted,
  drafts,
  members,
  metricOf,
  note,
  publish,
  say,
  withdrawn,
  type Given,
} from './cells.ts';

describe('effective', () => {
  it.each<[string, Given, number | null | undefined]>([
    ['the draft', { draft: say(3), published: publish(2) }, 3],
    ['what is published where the draft says nothing', { draft: null, published: publish(2) }, 2],
    ['nothing of sample data', { published: publish(2, { sample: true }) }, undefined],
    ['nothing of what is withdrawn', { draft: withdrawn, published: publish(2) }, undefined],
  ])('is %s', (_, given, value) => {
    expect(effective(cell('', given))?.value).toBe(value);
  });
});

describe('totalOf', () => {
  it('says of a draft what the public record will say of it once published', () => {
    fc.assert(
      fc.property(drafts, fc.boolean(), (given, additive) => {
        const metric = makeMetric({
          additive,
          breakdown: {
            id: 'kind',
            names: {},
            members: members.map((id) => ({ id, names: {}, colour: 0, lastYear: null })),
          },
        });
        const rows = Object.entries(given).flatMap(([member, said]) =>
          said === null ? [] : [makeRow({ ...said, member, source: 'report' })],
        );
        const stated = rows.find(({ member }) => member === TOTAL);
        const parts = rows.filter(({ member }) => member !== TOTAL);
        const total = totalCell(stated, parts, metric);
        const rest = restCell(total, parts.map(reportCell), metric);
        const found = totalOf(drafted(given, { additive }));
        const { value, qualifier: how, status: firm, basis } = total;
        expect(found).toMatchObject({ value, qualifier: how, status: firm, basis });
        if (basis === 'reported') expect(found.rest?.value ?? null).toBe(rest.value);
      }),
    );
  });

  it('names what a stated total leaves over', () => {
    const metric = metricOf({ a: { draft: say(5) }, b: {}, '': { draft: say(12) } });
    expect(totalOf(metric).rest).toEqual({ value: 7, qualifier: 'exact' });
  });
});

describe('partsOf', () => {
  it('is at least the sum where a part is a lower bound or missing', () => {
    const parts = (b: Given) =>
      partsOf(metricOf({ a: { draft: say(9) }, b, '': { draft: say(30) } }));
    expect(parts({ draft: say(8) })).toEqual({ value: 17, qualifier: 'exact' });
    expect(parts({ draft: say(8, { qualifier: 'at_least' }) })).toEqual({
      value: 17,
      qualifier: 'at_least',
    });
    expect(parts({})).toEqual({ value: 9, qualifier: 'at_least' });
  });
});

describe('completenessOf', () => {
  it('asks for members as soon as one says something, for the total otherwise', () => {
    expect(
      completenessOf([
        metricOf({ a: { draft: say(1) }, b: { draft: say(null, { note }) }, c: {}, '': {} }),
        metricOf({ a: {}, b: {}, '': { published: publish(4) } }),
        metricOf({ '': { draft: say(null) } }),
        metricOf({ a: { published: publish(1, { sample: true }) }, '': {} }),
      ]),
    ).toEqual({ filled: 2, missing: 1, empty: 3 });
  });

  it('counts each figure asked for once', () => {
    fc.assert(
      fc.property(fc.array(drafts, { maxLength: 5 }), (all) => {
        const { filled, missing, empty } = completenessOf(all.map((given) => drafted(given)));
        const asked = all.map((given) => (members.some((id) => given[id]) ? members.length : 1));
        expect(filled + missing + empty).toBe(asked.reduce((a, b) => a + b, 0));
      }),
    );
  });
});

describe('describeChange', () => {
  const none = { change: null, changePercent: null };
  it.each([
    ['a rise', publish(8), say(10), { change: 2, changePercent: 25 }],
    ['from 0', publish(0), say(10), { change: 10, changePercent: null }],
    ['from nothing', null, say(10), none],
    ['to "missing"', publish(8), say(null), none],
    ['to a lower bound', publish(8), say(10, { qualifier: 'at_least' }), none],
    ['from a lower bound', publish(8, { qualifier: 'at_least' }), say(10), none],
  ])('says %s', (_, before, after, change) => {
    expect(describeChange(before, after, { decimals: 0 })).toEqual(change);
  });

  it('rounds to the decimals of the metric, and says nothing across a break', () => {
    const from = publish(0.1);
    expect(describeChange(from, say(0.3), { decimals: 1 })).toEqual({
      change: 0.2,
      changePercent: 200,
    });
    expect(describeChange(from, say(0.3), { decimals: 1, breaks: true })).toEqual(none);
  });
});
