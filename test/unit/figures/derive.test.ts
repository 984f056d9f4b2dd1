import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../worker/figures/cells.ts';
import { noCell } from '../../../worker/figures/cells.ts';
import {
  deriveChange,
  deriveChangePercent,
  deriveProgress,
  deriveShare,
  deriveShareOfItself,
  type Frame,
} from '../../../worker/figures/derive.ts';
import { frame, makeCell, makeObservation } from './fixtures.ts';

const atLeast = { qualifier: 'at_least' as const };
const about = { qualifier: 'about' as const };
const toDate = { yearToDate: true };

describe('deriveChange and deriveChangePercent', () => {
  it.each([
    ['a rise', 25, 20, 5, 25],
    ['a fall', 15, 20, -5, -25],
    ['no change', 20, 20, 0, 0],
    ['a fall to zero', 0, 20, -20, -100],
    ['a third, to a millionth of a per cent', 4, 3, 1, 33.333333],
  ])('give %s', (_, now, before, change, percent) => {
    const pair = [makeObservation(2024, now), makeObservation(2023, before), frame] as const;
    const given = { qualifier: 'exact', reason: null, sample: false };
    expect(deriveChange(...pair)).toEqual({ value: change, ...given });
    expect(deriveChangePercent(...pair)).toEqual({ value: percent, ...given });
  });

  const broken: Frame = { ...frame, breaks: [2024] };
  const gone = makeObservation(2023, null);
  // Each row also has the reasons of the rows below it: the first one is given.
  it.each<[string, Observation, Observation | undefined, Frame]>([
    ['no_figure', makeObservation(2018, null), undefined, { ...broken, breaks: [2018] }],
    ['first_year', makeObservation(2018, 5, { ...atLeast, ...toDate }), undefined, frame],
    ['no_previous_figure', makeObservation(2024, 5, { ...atLeast, ...toDate }), gone, broken],
    [
      'year_unfinished',
      makeObservation(2024, 5, { ...atLeast, ...toDate }),
      makeObservation(2023, 0),
      broken,
    ],
    [
      'year_unfinished',
      makeObservation(2024, 5),
      makeObservation(2023, 0, { ...atLeast, ...toDate }),
      broken,
    ],
    ['series_break', makeObservation(2024, 5, atLeast), makeObservation(2023, 0), broken],
    ['lower_bound', makeObservation(2024, 5, atLeast), makeObservation(2023, 0), frame],
    ['lower_bound', makeObservation(2024, 5), makeObservation(2023, 0, atLeast), frame],
  ])('withhold for %s', (reason, current, previous, within) => {
    const withheld = { value: null, qualifier: null, reason, sample: false };
    expect(deriveChange(current, previous, within)).toEqual(withheld);
    expect(deriveChangePercent(current, previous, within)).toEqual(withheld);
  });

  it('give a change from zero, but no percentage of it', () => {
    const pair = [makeObservation(2024, 5), makeObservation(2023, 0), frame] as const;
    expect(deriveChange(...pair).value).toBe(5);
    expect(deriveChangePercent(...pair)).toMatchObject({ value: null, reason: 'previous_zero' });
  });

  it('give no percentage of a negative base', () => {
    const pair = [makeObservation(2024, 5), makeObservation(2023, -5), frame] as const;
    expect(deriveChange(...pair).value).toBe(10);
    expect(deriveChangePercent(...pair).reason).toBe('previous_zero');
  });

  it('do not mind a break in another year', () => {
    const within = { ...frame, breaks: [2023, 2025] };
    expect(deriveChange(makeObservation(2024, 5), makeObservation(2023, 3), within).value).toBe(2);
  });

  it('are about when either year is', () => {
    const [now, before] = [makeObservation(2024, 5), makeObservation(2023, 3)];
    expect(deriveChange({ ...now, ...about }, before, frame).qualifier).toBe('about');
    expect(deriveChangePercent(now, { ...before, ...about }, frame).qualifier).toBe('about');
  });

  it('are sample data when either year is', () => {
    const [now, before] = [makeObservation(2024, 5), makeObservation(2023, 3)];
    expect(deriveChange({ ...now, sample: true }, before, frame).sample).toBe(true);
    expect(deriveChangePercent(now, { ...before, sample: true }, frame).sample).toBe(true);
  });

  it('leave no floating dirt', () => {
    const cents = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(cents, cents, (now, before) => {
        const pair = [
          makeObservation(2024, now / 100),
          makeObservation(2023, before / 100),
        ] as const;
        expect(deriveChange(...pair, { ...frame, decimals: 2 }).value).toBe(
          (now - before) / 100 + 0,
        );
      }),
    );
  });
});

describe('deriveShare', () => {
  const total = makeCell({ value: 17 });

  it('is a percentage of the total', () => {
    expect(deriveShare(makeCell({ value: 8 }), total, true)).toEqual({
      value: 47.058824,
      qualifier: 'exact',
      reason: null,
      sample: false,
    });
    expect(deriveShare(makeCell({ value: 0 }), total, true).value).toBe(0);
    expect(deriveShare(makeCell({ value: 8, ...about }), total, true).qualifier).toBe('about');
    expect(deriveShare(makeCell({ value: 8 }), { ...total, sample: true }, true).sample).toBe(true);
  });

  it.each([
    ['no_figure', noCell, total, true],
    ['no_figure', makeCell(), noCell, true],
    ['not_additive', makeCell(atLeast), makeCell({ value: 0 }), false],
    ['lower_bound', makeCell(atLeast), total, true],
    ['lower_bound', makeCell(), makeCell({ value: 0, ...atLeast }), true],
    ['total_zero', makeCell({ value: 0 }), makeCell({ value: 0 }), true],
  ])('is withheld for %s', (reason, part, whole, additive) => {
    expect(deriveShare(part, whole, additive)).toMatchObject({ value: null, reason });
  });

  it('of the total in itself is 100, unless there is none', () => {
    expect(deriveShareOfItself(makeCell(atLeast))).toMatchObject({
      value: 100,
      qualifier: 'exact',
    });
    expect(deriveShareOfItself(noCell).reason).toBe('no_figure');
    expect(deriveShareOfItself(makeCell({ value: 0 })).reason).toBe('total_zero');
  });
});

describe('deriveProgress', () => {
  const target = { year: 2024, value: 40, sample: false, source: 'plan' };

  it.each([
    ['exact' as const, 10, 25],
    ['at_least' as const, 17, 42.5],
    ['about' as const, 50, 125],
    ['exact' as const, 0, 0],
  ])('of %s %d is %d %% of the target', (qualifier, value, percent) => {
    const progress = deriveProgress(makeCell({ value, qualifier }), target);
    expect(progress).toEqual({ value: percent, qualifier, reason: null, sample: false });
  });

  it('is given for a year to date', () => {
    expect(deriveProgress(makeObservation(2024, 10, toDate), target).value).toBe(25);
  });

  it('is withheld without a figure or a target', () => {
    expect(deriveProgress(noCell, null).reason).toBe('no_figure');
    expect(deriveProgress(makeCell(), null).reason).toBe('no_target');
    expect(deriveProgress(makeCell(), { ...target, value: 0 }).reason).toBe('no_target');
  });

  it('is sample data when the figure or the target is', () => {
    expect(deriveProgress(makeCell({ sample: true }), target).sample).toBe(true);
    expect(deriveProgress(makeCell(), { ...target, sample: true }).sample).toBe(true);
  });
});
