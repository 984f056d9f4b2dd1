import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, textBox } from '../../../web/src/lib/chart/labels.ts';
import { layoutChart } from '../../../web/src/lib/chart/layout.ts';
import { niceScale } from '../../../web/src/lib/chart/scale.ts';
import type { ChartModel, ChartSize } from '../../../web/src/lib/chart/types.ts';
import { formatTick, sampleModel, samples } from './layout-samples.ts';

const sizes: ChartSize[] = ['tiny', 'narrow', 'wide', 'large'];
const lay = (model: ChartModel, size: ChartSize) => layoutChart(model, size, formatTick);

const number = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.integer({ min: 0, max: 3e12 }),
  fc.integer({ min: 1, max: 3000 }),
);
const cell = fc.oneof(
  { weight: 3, arbitrary: number },
  { weight: 1, arbitrary: fc.constant(null) },
  fc
    .tuple(fc.constantFrom('', 'P', 'E', 'S', 'D'), fc.constantFrom('', '>='), number)
    .map((parts) => parts.join('')),
);
const name = fc.constantFrom(
  '技术转移',
  'Biomedicine',
  'a very long name of a member of a breakdown',
);
const label = fc.constantFrom(
  'x',
  'Target: 20',
  '2021年起按具名签约方计数',
  'the definition changed '.repeat(5),
);

/** Any chart: kinds, years, members, marks, targets, breaks; negative values where it shows change. */
const chart: fc.Arbitrary<ChartModel> = fc
  .record({
    kind: fc.constantFrom('bars', 'stacked', 'line'),
    first: fc.integer({ min: 1990, max: 2020 }),
    years: fc.integer({ min: 1, max: 20 }),
    members: fc.integer({ min: 1, max: 7 }),
    negative: fc.boolean(),
  })
  .chain(({ kind, first, years, members, negative }) =>
    fc
      .tuple(
        fc.array(fc.array(cell, { minLength: years, maxLength: years }), {
          minLength: kind === 'bars' ? 1 : members,
          maxLength: kind === 'bars' ? 1 : members,
        }),
        fc.array(
          fc.record({
            kind: fc.constantFrom('target', 'break'),
            year: fc.integer({ min: first, max: first + years }),
            value: number,
            label,
            sample: fc.boolean(),
          }),
          { maxLength: 3 },
        ),
        name,
      )
      .map(([rows, annotations, called]) => {
        const flip = (value: (typeof rows)[number][number], index: number) =>
          negative && kind === 'bars' && typeof value === 'number' && index % 2 ? -value : value;
        return sampleModel(
          kind as ChartModel['kind'],
          first,
          Object.fromEntries(rows.map((row, index) => [`${called} ${index}`, row.map(flip)])),
          {
            annotations: annotations as ChartModel['annotations'],
            show: negative ? 'change' : 'value',
          },
        );
      }),
  );

const property = (check: (model: ChartModel, size: ChartSize) => void) =>
  fc.assert(fc.property(chart, fc.constantFrom(...sizes), check), { numRuns: 300 });

describe('niceScale', () => {
  it('covers the values and zero with two to five round ticks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e13, max: 1e13, noNaN: true }), { maxLength: 9 }),
        fc.boolean(),
        (values, whole) => {
          const { min, max, ticks } = niceScale(values, whole);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(5);
          expect(ticks.some((tick) => tick === 0)).toBe(true);
          const slack = (max - min) * 1e-8;
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(min - slack);
            expect(value).toBeLessThanOrEqual(max + slack);
          }
          if (whole) expect(ticks.every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });

  it.each([
    [[17], true, [0, 5, 10, 15, 20]],
    [[1], true, [0, 1]],
    [[3], true, [0, 1, 2, 3]],
    [[100], false, [0, 25, 50, 75, 100]],
    [[-7, 12], true, [-10, 0, 10, 20]],
    [[0], true, [0, 1]],
    [[0.3], false, [0, 0.1, 0.2, 0.3]],
  ])('%j', (values, whole, ticks) => {
    expect(niceScale(values, whole).ticks.map((tick) => tick + 0)).toEqual(ticks);
  });
});

describe('layoutChart', () => {
  it('keeps every bar in the plot and in its slot', () =>
    property((model, size) => {
      const { bars, plot, slots } = lay(model, size);
      for (const bar of bars) {
        expect(bar.x).toBeGreaterThanOrEqual(plot.x - 0.5);
        expect(bar.x + bar.w).toBeLessThanOrEqual(plot.x + plot.w + 0.5);
        expect(bar.y).toBeGreaterThanOrEqual(plot.y - 1);
        expect(bar.y + bar.h).toBeLessThanOrEqual(plot.y + plot.h + 1);
        expect(Math.abs(bar.x + bar.w / 2 - slots[bar.point]!.x)).toBeLessThanOrEqual(0.5);
      }
    }));

  it('stands bars on zero, and stacks them in proportion', () =>
    property((model, size) => {
      const { bars, plot, scale, baseline } = lay(model, size);
      const perUnit = plot.h / (scale.max - scale.min);
      for (const bar of bars) {
        const value = model.series[bar.series]!.points[bar.point]!.value!;
        expect(Math.abs(bar.h - Math.abs(value) * perUnit)).toBeLessThanOrEqual(1);
        const first = bars.find((one) => one.point === bar.point && one.down === bar.down)!;
        expect(first.down ? first.y : first.y + first.h).toBe(baseline);
      }
    }));

  it('has no bar or point where there is no value', () =>
    property((model, size) => {
      const { bars, points, runs } = lay(model, size);
      for (const { series, point } of [...bars, ...points])
        expect(model.series[series]!.points[point]!.value).not.toBeNull();
      const segments = runs.reduce((sum, run) => sum + run.xy.length - 1, 0);
      const pairs = model.series.flatMap(({ points: all }) =>
        all.filter((one, at) => at && one.value !== null && all[at - 1]!.value !== null),
      );
      expect(segments).toBe(model.kind === 'line' ? pairs.length : 0);
    }));

  it('lets no two words touch, and none leave the drawing', () =>
    property((model, size) => {
      const layout = lay(model, size);
      const boxes = layout.texts.map((text) => ({ text, box: textBox(text, layout.fontSize) }));
      for (const [index, { text, box }] of boxes.entries()) {
        const where = `${text.role} "${text.text}"`;
        expect(box.x, where).toBeGreaterThanOrEqual(-0.5);
        expect(box.x + box.w, where).toBeLessThanOrEqual(layout.width + 0.5);
        expect(box.y, where).toBeGreaterThanOrEqual(-0.5);
        expect(box.y + box.h, where).toBeLessThanOrEqual(layout.height + 0.5);
        for (const other of boxes.slice(index + 1))
          expect(overlap(box, other.box), `${where} on "${other.text.text}"`).toBe(false);
      }
    }));

  it('has at most five ticks, that cover what is drawn', () =>
    property((model, size) => {
      const { scale, plot } = lay(model, size);
      expect(scale.ticks.length).toBeLessThanOrEqual(5);
      for (const { y } of scale.ticks) {
        expect(y).toBeGreaterThanOrEqual(plot.y - 0.5);
        expect(y).toBeLessThanOrEqual(plot.y + plot.h + 0.5);
      }
    }));

  it('always names the last year', () =>
    property((model, size) => {
      const { texts, scale } = lay(model, size);
      const years = texts.filter(({ role }) => role === 'year').map(({ text }) => text);
      if (scale.ticks.length) expect(years).toContain(String(model.years.at(-1)));
    }));

  it('survives the way to the browser', () => {
    for (const model of Object.values(samples)) {
      const layout = lay(model, 'wide');
      expect(JSON.parse(JSON.stringify(layout))).toEqual(layout);
    }
  });

  it('writes values on bars of up to eight years, and totals on stacks', () => {
    const values = (model: ChartModel) =>
      lay(model, 'wide').texts.flatMap(({ role, text }) => (role === 'value' ? text : []));
    expect(values(samples.stacked!)).toEqual(['8', '≥11', '11', '16', '18', '≥19', '7']);
    expect(values(samples.fifteen!)).toEqual([]);
    expect(values(samples.share!)).toEqual([]);
  });

  it('says why years are empty under them, or by crosses and a note', () => {
    const roles = (size: ChartSize) => lay(samples.missing!, size).texts.map(({ role }) => role);
    expect(roles('wide')).toContain('gap');
    expect(lay(samples.missing!, 'wide').crosses).toEqual([]);
    expect(lay(samples.missing!, 'narrow').crosses).toHaveLength(6);
    expect(roles('narrow').filter((role) => role === 'note')).toHaveLength(1);
  });

  it('says what an empty chart says', () => {
    const { texts, bars } = lay(samples.empty!, 'wide');
    expect(texts.map(({ text }) => text)).toEqual([samples.empty!.empty]);
    expect(bars).toEqual([]);
  });
});
