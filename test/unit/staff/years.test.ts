import { describe, expect, it } from 'vitest';
import { readYear } from '../../../worker/imports/years.ts';

describe('readYear', () => {
  it.each(['2014', ' ２０１４ ', '2014年', '2014 年度', 'FY2014', 'fy 2014'])(
    'reads %s by either rule',
    (text) => {
      expect(readYear(text, 'begins')).toBe(2014);
      expect(readYear(text, 'ends')).toBe(2014);
    },
  );

  it.each([
    '2014/15',
    '2014-2015',
    '2014/2015',
    '2014–15',
    '2014／15',
    '2014-2015学年',
    '2014年至2015年',
    'FY2014/15',
  ])('gives %s to the year in which it begins or ends', (text) => {
    expect(readYear(text, 'begins')).toBe(2014);
    expect(readYear(text, 'ends')).toBe(2015);
  });

  it('reads across a century', () => {
    expect(readYear('1999/00', 'ends')).toBe(2000);
  });

  it.each([
    '',
    '14',
    '2014/05',
    '2014/16',
    '2014-2016',
    '2014-01-01',
    '2014.5',
    '20145',
    '1899',
    '2200',
    '民国103年',
    'Total 2014',
  ])('does not guess at %j', (text) => {
    expect(readYear(text, 'begins')).toBeNull();
  });
});
