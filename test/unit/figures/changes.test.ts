import { describe, expect, it } from 'vitest';
import { countChanges, listChanges } from '../../../worker/figures/changes.ts';
import { makeRow } from './fixtures.ts';

describe('listChanges', () => {
  const closed = { firstRelease: 1, lastRelease: 2 };
  const opened = { firstRelease: 3 };
  const rows = [
    makeRow({ metric: 'b', year: 2023, ...opened, value: 4 }),
    makeRow({ metric: 'a', year: 2024, member: 'other', ...opened, value: 9, source: 'new' }),
    makeRow({ metric: 'a', year: 2024, member: 'other', ...closed, value: 8, sample: true }),
    makeRow({ metric: 'a', year: 2024, ...closed, value: 17 }),
    makeRow({ metric: 'a', year: 2023, member: 'other', ...opened, value: null }),
    // Of other releases: neither closed nor opened by release 3.
    makeRow({ metric: 'a', year: 2022, firstRelease: 1, lastRelease: 1 }),
    makeRow({ metric: 'a', year: 2022, firstRelease: 2, lastRelease: 3 }),
    makeRow({ metric: 'a', year: 2021, firstRelease: 4 }),
  ];
  const changes = listChanges(3, rows);

  it('pairs what a release closed with what it opened, in order', () => {
    expect(
      changes.map(({ metric, year, member, before, after }) => [
        metric,
        year,
        member,
        before === null ? 'none' : before.value,
        after === null ? 'none' : after.value,
      ]),
    ).toEqual([
      ['a', 2023, 'other', 'none', null],
      ['a', 2024, null, 17, 'none'],
      ['a', 2024, 'other', 8, 9],
      ['b', 2023, null, 'none', 4],
    ]);
  });

  it('says all that each version said', () => {
    expect(changes[2]!.before).toEqual({
      value: 8,
      qualifier: 'exact',
      status: 'A',
      sample: true,
      sources: ['report'],
      note: null,
      reason: 'first_publication',
    });
    expect(changes[2]!.after).toMatchObject({ value: 9, sample: false, sources: ['new'] });
  });

  it('follows a figure that two releases in a row changed', () => {
    const row = (firstRelease: number, lastRelease: number | null, value: number) =>
      makeRow({ firstRelease, lastRelease, value });
    const found = listChanges(2, [row(1, 1, 5), row(2, 2, 6), row(3, null, 7)]);
    expect(found.map(({ before, after }) => [before?.value, after?.value])).toEqual([[5, 6]]);
  });

  it('does not depend on the order of rows', () => {
    expect(listChanges(3, rows.toReversed())).toEqual(changes);
  });

  it('is counted as added, changed and withdrawn', () => {
    expect(countChanges(changes)).toEqual({ added: 2, changed: 1, withdrawn: 1 });
    expect(countChanges([])).toEqual({ added: 0, changed: 0, withdrawn: 0 });
  });
});
