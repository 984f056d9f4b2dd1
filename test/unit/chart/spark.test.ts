import { describe, expect, it } from 'vitest';
import { drawSpark } from '../../../web/src/lib/chart/spark.ts';

const since2018 = (values: (number | null)[]) =>
  values.map((value, index) => ({ year: 2018 + index, value }));
const pathsOf = (svg: string) => [...svg.matchAll(/<path([^>]*) d="([^"]*)"/g)].map((m) => m[2]!);

describe('drawSpark', () => {
  it('breaks the line at a gap and dots the last year', () => {
    const [line, last] = pathsOf(drawSpark(since2018([1, 2, null, 3, 5])));
    expect(line!.match(/M/g)).toHaveLength(2);
    expect(last).toBe('M116 4h.01');
  });

  it('dots a year that stands alone', () => {
    const svg = drawSpark(since2018([null, 4, null, 5, 6]));
    expect(svg).toContain('class="i"');
  });

  it('draws nothing but its box where nothing is known', () => {
    expect(pathsOf(drawSpark(since2018([null, null])))).toEqual([]);
    expect(pathsOf(drawSpark([]))).toEqual([]);
  });

  it('stands on zero', () => {
    expect(drawSpark(since2018([0, 5]))).toContain('M4 28L116 4');
  });

  it('is decorative, without inline styles, and small', () => {
    const svg = drawSpark(since2018([3, 7, null, 9, 14, 17, 12, 13]));
    expect(svg).toContain('aria-hidden="true"');
    expect(svg).not.toContain('style');
    expect(svg.length).toBeLessThan(320);
  });
});
