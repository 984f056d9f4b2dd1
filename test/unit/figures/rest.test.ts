import { describe, expect, it } from 'vitest';
import type { Qualifier } from '../../../schema/vocabulary.ts';
import { noCell } from '../../../worker/figures/cells.ts';
import { restCell } from '../../../worker/figures/rest.ts';
import { makeCell, makeMetric } from './fixtures.ts';

const metric = makeMetric();

describe('restCell', () => {
  it('is the part of the total that no member accounts for', () => {
    const total = makeCell({ value: 20, status: 'P', sources: ['report'] });
    const members = [
      makeCell({ value: 8, status: 'E', sample: true, sources: ['press'] }),
      makeCell({ value: 5 }),
    ];
    expect(restCell(total, members, metric)).toEqual({
      value: 7,
      qualifier: 'exact',
      status: 'E',
      sample: true,
      basis: null,
      sources: ['report', 'press'],
      note: null,
    });
  });

  it.each<[Qualifier, Qualifier, Qualifier | null]>([
    ['exact', 'exact', 'exact'],
    ['exact', 'about', 'about'],
    ['exact', 'at_least', null],
    ['about', 'exact', 'about'],
    ['about', 'about', 'about'],
    ['about', 'at_least', null],
    ['at_least', 'exact', 'at_least'],
    ['at_least', 'about', null],
    ['at_least', 'at_least', null],
  ])('of a total %s and a member %s is %s', (ofTotal, ofMember, qualifier) => {
    const total = makeCell({ value: 20, qualifier: ofTotal });
    const members = [makeCell({ value: 5 }), makeCell({ value: 8, qualifier: ofMember })];
    const rest = restCell(total, members, metric);
    expect(rest.qualifier).toBe(qualifier);
    expect(rest.value).toBe(qualifier === null ? null : 7);
  });

  it('holds the members that are missing', () => {
    const rest = restCell(makeCell({ value: 20 }), [makeCell({ value: 13 }), noCell], metric);
    expect(rest).toMatchObject({ value: 7, qualifier: 'exact' });
  });

  it('is 0 only where it is known to be', () => {
    const members = [makeCell({ value: 17 })];
    expect(restCell(makeCell({ value: 17 }), members, metric).value).toBe(0);
    const bounded = makeCell({ value: 17, qualifier: 'at_least' });
    expect(restCell(bounded, members, metric)).toEqual(noCell);
  });

  it.each([
    ['no total', noCell, [makeCell()], metric],
    ['no member with a value', makeCell({ value: 5 }), [noCell], metric],
    ['members that exceed the total', makeCell({ value: 1 }), [makeCell({ value: 2 })], metric],
    ['members that overlap', makeCell({ value: 5 }), [makeCell()], makeMetric({ additive: false })],
  ])('is not given for %s', (_, total, members, of) => {
    expect(restCell(total, members, of)).toEqual(noCell);
  });

  it('has no floating dirt', () => {
    const rest = restCell(
      makeCell({ value: 0.3 }),
      [makeCell({ value: 0.1 })],
      makeMetric({ decimals: 1 }),
    );
    expect(rest.value).toBe(0.2);
  });
});
