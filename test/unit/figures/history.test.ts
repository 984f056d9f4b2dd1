import { describe, expect, it } from 'vitest';
import { figureHistory } from '../../../worker/figures/history.ts';
import type { FigureRow } from '../../../worker/figures/rows.ts';
import { makeMetric, makeRelease, makeRow } from './fixtures.ts';

const metric = makeMetric({
  breakdown: {
    id: 'domain',
    names: {},
    members: ['a', 'b'].map((id) => ({ id, names: {}, colour: 0, lastYear: null })),
  },
});
const releases = [1, 2, 3, 4, 5].map((n) => makeRelease(n));
const row = (
  member: string,
  firstRelease: number,
  lastRelease: number | null,
  value: number | null,
  changes: Partial<FigureRow> = {},
) => makeRow({ member, firstRelease, lastRelease, value, ...changes });

/** Release, value and qualifier of each version; only the release where it was withdrawn. */
const outline = (found: ReturnType<typeof figureHistory>) =>
  found.versions.map(({ release, version }) =>
    version === null ? [release.n] : [release.n, version.value, version.qualifier],
  );

describe('figureHistory', () => {
  it('lists the rows of a cell, oldest first, and where it was withdrawn', () => {
    const rows = [row('a', 5, null, 7), row('a', 1, 1, 5), row('a', 2, 2, null), row('b', 1, 3, 1)];
    const found = figureHistory(metric, rows, releases.toReversed(), 'a');
    expect(outline(found)).toEqual([[1, 5, 'exact'], [2, null, 'exact'], [3], [5, 7, 'exact']]);
    expect(found.basis).toBe('reported');
    expect(found.versions[0]).toEqual({
      release: releases[0],
      version: {
        value: 5,
        qualifier: 'exact',
        status: 'A',
        sample: false,
        sources: ['report'],
        note: null,
        reason: 'first_publication',
      },
    });
  });

  it('tells nothing of a release that the reader may not see', () => {
    const rows = [row('a', 1, 2, 5), row('a', 3, null, 6)];
    expect(outline(figureHistory(metric, rows, releases.slice(0, 2), 'a'))).toEqual([
      [1, 5, 'exact'],
    ]);
  });

  it('has no basis while all it says is that the figure is missing', () => {
    const found = figureHistory(metric, [row('a', 1, null, null)], releases, 'a');
    expect(outline(found)).toEqual([[1, null, 'exact']]);
    expect(found.basis).toBeNull();
  });

  it('is empty, without a basis, for a figure that never was', () => {
    expect(figureHistory(metric, [row('a', 1, null, 5)], releases, 'b')).toEqual({
      basis: null,
      versions: [],
    });
  });

  it('sums a total anew at each release that changed a member', () => {
    const rows = [row('a', 1, 2, 5), row('a', 3, null, 6), row('b', 2, 3, 4), row('b', 5, null, 4)];
    const found = figureHistory(metric, rows, releases, null);
    expect(outline(found)).toEqual([
      [1, 5, 'at_least'],
      [2, 9, 'exact'],
      [3, 10, 'exact'],
      [4, 6, 'at_least'],
      [5, 10, 'exact'],
    ]);
    expect(found.basis).toBe('summed');
  });

  it('merges sums that say the same, though their parts changed', () => {
    const rows = [
      ...[row('a', 1, 2, 5), row('b', 1, 2, 4)],
      ...[row('a', 3, null, 4, { reason: 'correction' }), row('b', 3, null, 5)],
    ];
    expect(outline(figureHistory(metric, rows, releases, null))).toEqual([[1, 9, 'exact']]);
  });

  it('withdraws a sum with its last member, and keeps one that is said to be missing', () => {
    const rows = [row('a', 2, 2, 5), row('a', 4, null, null)];
    expect(outline(figureHistory(metric, rows, releases, null))).toEqual([
      [2, 5, 'at_least'],
      [3],
      [4, null, 'exact'],
    ]);
  });

  it('passes from a sum to a reported total and back', () => {
    const rows = [row('a', 1, null, 5), row('b', 1, null, 4), row('', 3, 3, 9)];
    const found = figureHistory(metric, rows, releases, null);
    expect(outline(found)).toEqual([
      [1, 9, 'exact'],
      [3, 9, 'exact'],
      [4, 9, 'exact'],
    ]);
    expect(found.basis).toBe('summed');
    expect(figureHistory(metric, rows, releases.slice(0, 3), null).basis).toBe('reported');
  });

  it('names the reason that the new parts share, otherwise that of the release', () => {
    const late = { reason: 'late_data' as const };
    const rows = [
      row('a', 1, 2, 5, late),
      row('b', 1, 1, 4, late),
      row('b', 2, 3, 5),
      row('a', 3, 3, 6, late),
    ];
    const found = figureHistory(metric, rows, releases, null).versions;
    expect(found.map(({ version }) => version?.reason)).toEqual([
      'late_data',
      'first_publication',
      'late_data',
      undefined,
    ]);
    const mixed = [row('a', 1, null, 5, late), row('b', 1, null, 4)];
    expect(figureHistory(metric, mixed, releases, null).versions[0]!.version!.reason).toBe(
      'correction',
    );
  });

  it('misses only the members of its own time', () => {
    const before = makeMetric({
      breakdown: {
        id: 'domain',
        names: {},
        members: [{ id: 'a', names: {}, colour: 0, lastYear: null }],
      },
    });
    const rows = [row('a', 1, null, 5), row('b', 3, null, 4)];
    const at = (n: number) => (n < 3 ? before : metric);
    expect(outline(figureHistory(metric, rows, releases, null, at))).toEqual([
      [1, 5, 'exact'],
      [3, 9, 'exact'],
    ]);
  });
});
