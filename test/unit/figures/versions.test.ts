import { expect, it } from 'vitest';
import { listMoments } from '../../../worker/figures/versions.ts';

it('an entry that went and came back was withdrawn between', () => {
  const version = (firstRelease: number, lastRelease: number | null) => ({
    firstRelease,
    lastRelease,
  });
  const rows = [version(2, 3), version(4, 5), version(8, null)];
  expect(listMoments(rows)).toEqual([
    { n: 2, row: rows[0] },
    { n: 4, row: rows[1] },
    { n: 6, row: null },
    { n: 8, row: rows[2] },
  ]);
  expect(listMoments([])).toEqual([]);
});
