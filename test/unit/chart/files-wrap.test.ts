import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapLines } from '../../../web/src/lib/chart/files/wrap.ts';
import { writeSvg } from '../../../web/src/lib/chart/files/svg.ts';
import { overlap, textBox } from '../../../web/src/lib/chart/labels.ts';
import { layoutChart } from '../../../web/src/lib/chart/layout.ts';
import { emWidth } from '../../../web/src/lib/chart/text-width.ts';
import { formatTick, samples } from './layout-samples.ts';
import { fileOf, style } from './files.ts';
import { assertWellFormed } from './svg-xml.ts';

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '签约数',
        '（单位：项）',
        '2024年8月6日',
        '；',
        '“科技”',
        '《年报》',
        ' ',
        '  ',
      ),
      fc.constantFrom(
        'agreements ',
        'of 2018–2025 ',
        'https://example.org/a/b ',
        '(unit: %)',
        '😀',
      ),
      fc.string({ maxLength: 40 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('wrapLines', () => {
  it('loses nothing, and keeps every line inside its room', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 900 }), (text, room) => {
        const lines = wrapLines(text, 13, room);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) {
          expect(emWidth(line) * 13).toBeLessThanOrEqual(room);
          expect(line).not.toBe('');
        }
        const few = wrapLines(text, 13, room, 2);
        expect(few.length).toBeLessThanOrEqual(2);
        if (lines.length > 2) expect(few[1]).toMatch(/…$/);
        for (const line of few) expect(emWidth(line) * 13).toBeLessThanOrEqual(room);
      }),
      { numRuns: 300 },
    );
  });

  it('comes to an end where there is no room at all', () => {
    for (const room of [5, 0, -14]) {
      expect(wrapLines('年2024 x', 13, room)).toEqual(['年', '2', '0', '2', '4', 'x']);
      expect(wrapLines('年2024 x', 13, room, 2)).toHaveLength(2);
    }
  });

  it('keeps marks with their words, and dates together', () => {
    const text = '签约数（按领域分），2018—2025年（单位：项），截至2024年11月12日。';
    for (let room = 100; room < 500; room += 7)
      for (const line of wrapLines(text, 13, room)) {
        expect(line).not.toMatch(/^[，。；：）]|[（“]$|^[年月日]/);
      }
  });
});

describe('an image of any size', () => {
  const sizes = [240, 300, 479, 480, 700, 1200, 2400];

  it.each(Object.entries(samples))('holds its words: %s', (_, model) => {
    for (const width of sizes) {
      const frame = { width: width - 16, plot: 150, fontSize: width < 480 ? 12 : 13, bar: 40 };
      const layout = layoutChart(model, frame, formatTick);
      const boxes = layout.texts.map((text) => textBox(text, layout.fontSize));
      boxes.forEach((box, i) => {
        const what = `${layout.texts[i]!.text} at ${width}`;
        expect(box.x, what).toBeGreaterThanOrEqual(-0.5);
        expect(box.x + box.w, what).toBeLessThanOrEqual(layout.width + 0.5);
        for (const other of boxes.slice(i + 1)) expect(overlap(box, other), what).toBe(false);
      });
    }
  });

  it.each(sizes)('is as wide as asked for, and as high where its words fit: %i', (width) => {
    for (const [name, model] of Object.entries(samples)) {
      const [low, high] = [240, 1500].map((height) => {
        const svg = writeSvg(fileOf(model), { ...style, width, height });
        assertWellFormed(svg);
        const [, w, h] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
        expect(Number(w), name).toBe(width);
        return Number(h);
      });
      expect(high, name).toBe(1500);
      expect(low, name).toBeGreaterThanOrEqual(240);
      expect(low, name).toBeLessThan(900);
    }
  });
});
