import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noCell } from '../../../worker/figures/cells.ts';
import type { FigureRow } from '../../../worker/figures/rows.ts';
import { totalCell } from '../../../worker/figures/totals.ts';
import { makeMetric, makeRow, memberIds } from './fixtures.ts';

const metric = makeMetric();
const whole = (changes: Partial<FigureRow>[] = []) =>
  memberIds.map((member, i) => makeRow({ member, value: i + 1, ...changes[i] }));

describe('totalCell', () => {
  it('takes a reported total as it is, whatever the members say', () => {
    const note = { en: 'From the report' };
    const row = makeRow({ value: 20, qualifier: 'about', status: 'P', sample: true, note });
    expect(totalCell(row, whole(), metric)).toEqual({
      value: 20,
      qualifier: 'about',
      status: 'P',
      sample: true,
      basis: 'reported',
      sources: ['report'],
      note,
    });
  });

  it('keeps a total that is said to be missing missing, with its note and source', () => {
    const note = { en: 'Not counted that year' };
    const total = totalCell(makeRow({ value: null, note }), whole(), metric);
    expect(total).toEqual({ ...noCell, status: 'O', sources: ['report'], note });
  });

  it('sums all members exactly', () => {
    expect(totalCell(undefined, whole(), metric)).toEqual({
      value: 10,
      qualifier: 'exact',
      status: 'A',
      sample: false,
      basis: 'summed',
      sources: ['report'],
      note: null,
    });
  });

  it.each<[string, Partial<FigureRow>[], string]>([
    ['at_least when a member is', [{ qualifier: 'at_least' }], 'at_least'],
    ['about when a member is', [{ qualifier: 'about' }], 'about'],
    ['at_least before about', [{ qualifier: 'about' }, { qualifier: 'at_least' }], 'at_least'],
    ['at_least when a member is said to be missing', [{ value: null, status: 'O' }], 'at_least'],
  ])('is %s', (_, changes, qualifier) => {
    expect(totalCell(undefined, whole(changes), metric).qualifier).toBe(qualifier);
  });

  it('is at_least when a member has no row', () => {
    const total = totalCell(undefined, whole().slice(1), metric);
    expect(total).toMatchObject({ value: 9, qualifier: 'at_least', basis: 'summed' });
  });

  it.each<[FigureRow['status'][], string]>([
    [['A', 'A', 'P', 'A'], 'P'],
    [['A', 'E', 'P', 'A'], 'E'],
    [['A', 'A', 'A', 'A'], 'A'],
  ])('gives %j the weakest status %s', (found, status) => {
    const rows = whole(found.map((each) => ({ status: each })));
    expect(totalCell(undefined, rows, metric).status).toBe(status);
  });

  it('names each source once, in the order of the breakdown', () => {
    const rows = whole([{ source: 'b' }, { source: 'a' }, { source: 'b' }, { source: 'c' }]);
    expect(totalCell(undefined, rows.toReversed(), metric).sources).toEqual(['b', 'a', 'c']);
  });

  it('has no value where no member has one, and says missing only where a row does', () => {
    expect(totalCell(undefined, [], metric)).toEqual(noCell);
    const said = [makeRow({ member: 'other', value: null })];
    expect(totalCell(undefined, said, metric)).toEqual({ ...noCell, status: 'O' });
  });

  it('is sample data when a row that says "missing" is', () => {
    const gap = { value: null, status: 'O' as const, sample: true };
    expect(totalCell(undefined, whole([gap]), metric)).toMatchObject({ value: 9, sample: true });
    expect(totalCell(makeRow(gap), [], metric)).toEqual({
      ...noCell,
      status: 'O',
      sample: true,
      sources: ['report'],
    });
  });

  it('never sums members that overlap', () => {
    expect(totalCell(undefined, whole(), makeMetric({ additive: false }))).toEqual(noCell);
  });

  it('does not take an incomplete sum for a bound where values can be negative', () => {
    expect(totalCell(undefined, whole([{ value: -1 }]), metric).value).toBe(8);
    expect(totalCell(undefined, whole([{ value: -1 }]).slice(0, 2), metric)).toEqual(noCell);
  });

  describe('with a member retired after 2022', () => {
    const { breakdown } = metric;
    const members = breakdown!.members.map((member) =>
      member.id === 'other' ? { ...member, lastYear: 2022 } : member,
    );
    const retired = makeMetric({ breakdown: { ...breakdown!, members } });
    const rest = (year: number, changes: Partial<FigureRow>[] = []) =>
      whole(changes)
        .slice(0, 3)
        .map((row) => ({ ...row, year }));

    it('is exact without it from 2023 on, and a lower bound before', () => {
      const sum = (year: number) => totalCell(undefined, rest(year), retired);
      expect(sum(2023)).toMatchObject({ value: 6, qualifier: 'exact' });
      expect(sum(2022)).toMatchObject({ value: 6, qualifier: 'at_least' });
    });

    it('does not miss it where a row of a later year says that it is missing', () => {
      const gap = makeRow({ member: 'other', year: 2023, value: null });
      const sum = totalCell(undefined, [...rest(2023), gap], retired);
      expect(sum).toMatchObject({ value: 6, qualifier: 'exact' });
      expect(totalCell(undefined, [gap], retired)).toEqual(noCell);
    });

    it('still misses the others', () => {
      const sum = totalCell(undefined, rest(2023, [{ value: null, status: 'O' }]), retired);
      expect(sum).toMatchObject({ value: 5, qualifier: 'at_least' });
    });
  });

  it('counts public figures of a member that the breakdown no longer has', () => {
    const rows = [...whole(), makeRow({ member: 'former', value: 5 })];
    expect(totalCell(undefined, rows, metric)).toMatchObject({ value: 15, qualifier: 'exact' });
  });

  it('gives the real totals of the centre', () => {
    const at = (member: string, value: number) => makeRow({ member, value, qualifier: 'at_least' });
    const agreements = [at('transfer', 5), at('biomedicine', 8), at('property', 4)];
    const reported = makeRow({ value: 17, qualifier: 'at_least' });
    const said = { value: 17, qualifier: 'at_least' };
    expect(totalCell(reported, agreements, metric)).toMatchObject({ ...said, basis: 'reported' });
    expect(totalCell(undefined, agreements, metric)).toMatchObject({ ...said, basis: 'summed' });

    const meeting = makeRow({ member: 'transfer', value: 1, status: 'E' });
    expect(totalCell(undefined, [meeting], metric)).toMatchObject({
      value: 1,
      qualifier: 'at_least',
      status: 'E',
    });
  });
});

describe('totals and members', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  const parts = fc.array(
    fc.record({
      cents,
      qualifier: fc.constantFrom('exact' as const, 'at_least' as const, 'about' as const),
      sample: fc.boolean(),
      source: fc.constantFrom('a', 'b', 'c'),
    }),
    { minLength: 4, maxLength: 4 },
  );
  const money = makeMetric({ decimals: 2 });
  const toRows = (found: (Partial<FigureRow> & { cents: number })[]) =>
    found.map(({ cents: value, ...rest }, i) =>
      makeRow({ ...rest, member: memberIds[i]!, value: value / 100 }),
    );

  it('sum without floating dirt', () => {
    fc.assert(
      fc.property(parts, (found) => {
        const sum = found.reduce((total, part) => total + part.cents, 0);
        expect(totalCell(undefined, toRows(found), money).value).toBe(sum / 100);
      }),
    );
  });

  it('do not depend on the order of rows', () => {
    const shuffled = parts.chain((found) => {
      const rows = toRows(found);
      return fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: 4 }));
    });
    fc.assert(
      fc.property(shuffled, ([rows, others]) => {
        expect(totalCell(undefined, others, money)).toEqual(totalCell(undefined, rows, money));
      }),
    );
  });

  it('only weaken when a member goes missing', () => {
    fc.assert(
      fc.property(parts, fc.nat(3), fc.boolean(), (found, gone, said) => {
        const rows = toRows(found);
        const fewer = said
          ? rows.map((row, i): FigureRow =>
              i === gone ? { ...row, value: null, status: 'O' } : row,
            )
          : rows.toSpliced(gone, 1);
        const [before, after] = [rows, fewer].map((each) => totalCell(undefined, each, money));
        expect(after!.qualifier).toBe('at_least');
        expect(after!.value).toBeLessThanOrEqual(before!.value!);
      }),
    );
  });

  it('are at least each member, and sample when any member is', () => {
    fc.assert(
      fc.property(parts, (found) => {
        const total = totalCell(undefined, toRows(found), money);
        for (const part of found) expect(total.value).toBeGreaterThanOrEqual(part.cents / 100);
        expect(total.sample).toBe(found.some((part) => part.sample));
      }),
    );
  });
});
