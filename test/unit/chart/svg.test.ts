import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../web/src/lib/chart/layout.ts';
import { drawMarks, drawSvg } from '../../../web/src/lib/chart/svg.ts';
import { drawSwatch } from '../../../web/src/lib/chart/svg-swatch.ts';
import { printPatterns } from '../../../web/src/lib/chart/patterns.ts';
import { marks } from '../../../web/src/lib/chart/types.ts';
import type { ChartModel, ChartSize } from '../../../web/src/lib/chart/types.ts';
import { formatTick, samples } from './layout-samples.ts';
import { assertWellFormed } from './svg-xml.ts';

const draw = (model: ChartModel, size: ChartSize = 'wide') =>
  drawSvg(model, layoutChart(model, size, formatTick), { id: `c-${size}` });
const count = (text: string, part: string) => text.split(part).length - 1;

describe('assertWellFormed', () => {
  it.each([
    '<a>',
    '<a></b>',
    '<a b="1" b="2"/>',
    '<a>&</a>',
    '<a/>x',
    '<a b=1/>',
    '<a><b></a></b>',
  ])('refuses %s', (xml) => expect(() => assertWellFormed(xml)).toThrow());
});

describe.each(Object.entries(samples))('the drawing of "%s"', (_, model) => {
  const all = (['narrow', 'wide', 'large'] as const).map((size) => draw(model, size));

  it('is well-formed, without styles, scripts or handlers', () => {
    for (const svg of all) {
      assertWellFormed(svg);
      expect(svg).not.toMatch(/<(?!\/|svg|title|desc|pattern|path|g|text)/);
      expect(svg.replace(/>[^<]*</g, '><')).not.toMatch(/\s(style|on\w+|href)=/);
    }
  });

  it('names itself, by ids of its own', () => {
    const svg = all.join('');
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((m) => m[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, used] of svg.matchAll(/(?:labelledby="|url\(#)([^")]+)/g))
      for (const id of used!.split(' ')) expect(ids).toContain(id);
    expect(svg).toContain('role="img"');
  });

  it('holds no number that is not one', () => {
    for (const svg of all) expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('drawSvg', () => {
  it('shows hostile words as words', () => {
    const svg = draw(samples.hostile!);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).not.toContain('\u202e');
    const odd = drawSvg(samples.plain!, layoutChart(samples.plain!, 'wide', formatTick), {
      id: '"><script>',
    });
    expect(odd).not.toContain('<script');
  });

  it('spends at most 4 kB on four members over eight years', () => {
    for (const name of ['plain', 'stacked'])
      for (const size of ['narrow', 'wide'] as const)
        expect(Buffer.byteLength(draw(samples[name]!, size))).toBeLessThanOrEqual(4096);
  });

  it('writes a hatch only where something is provisional', () => {
    expect(draw(samples.plain!)).not.toContain('<pattern');
    expect(count(draw(samples.seven!), '<pattern')).toBe(1);
    expect(count(draw(samples.seven!), 'url(#')).toBe(1);
  });

  it('paints each mark in its own way', () => {
    const svg = draw(samples.seven!);
    for (const name of ['b', 'e', 'p', 'o']) expect(count(svg, `class="${name}"`)).toBe(7);
    expect(draw(samples.stacked!)).toContain('opacity=".5"');
  });

  it('is painted in the colours of a theme, without classes, for a file', () => {
    const layout = layoutChart(samples.seven!, 'large', formatTick);
    const marks = drawMarks(samples.seven!, layout, { id: 'c', theme: 'dark' });
    expect(marks).toContain('fill="#2b6eab"');
    expect(marks).not.toMatch(/class=|currentColor|paint-order/);
  });
});

describe('drawSwatch', () => {
  it('is well-formed for every series and mark', () => {
    for (const mark of marks) if (mark !== 'about') assertWellFormed(drawSwatch({ mark }));
    for (const colour of [0, 6])
      for (const line of [true, false]) assertWellFormed(drawSwatch({ colour, line }));
    expect(drawSwatch({ mark: 'about' })).toBe('');
    assertWellFormed(printPatterns);
  });
});
