import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnLegend } from '../../../web/src/lib/chart/legend.ts';
import { tableOf } from '../../../web/src/lib/chart/table.ts';
import type { ChartModel } from '../../../web/src/lib/chart/types.ts';
import { locales } from '../../../web/src/lib/paraglide/runtime.js';
import { joinSentences } from '../../../web/src/lib/words/lists.ts';
import { markName } from '../../../web/src/lib/words/marks.ts';
import { qualityNotes, yearStatement } from '../../../web/src/lib/words/sentence.ts';
import { agreements, chartOf, figuresOf } from './figures.ts';

const number = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 }) },
  fc.constantFrom(7.2e9, 1e12, 0),
);
const given = fc.oneof(
  fc.constantFrom(null, 'O'),
  fc
    .tuple(fc.constantFrom('', 'P', 'E', 'S'), fc.constantFrom('', '>=', '~'), number)
    .map((parts) => parts.join('')),
);
const years = { minLength: 1, maxLength: 6 };
const hostile = fc.constantFrom('Agreements', '<script>', '{year}', '"&\n', '签'.repeat(300), '');

const figures = fc
  .record({
    total: fc.array(given, years),
    transfer: fc.array(given, years),
    biomedicine: fc.array(given, years),
    members: fc.boolean(),
    name: hostile,
    decimals: fc.integer({ min: 0, max: 3 }),
    breakYear: fc.integer({ min: 2018, max: 2026 }),
    toDate: fc.integer({ min: 2018, max: 2026 }),
    additive: fc.boolean(),
  })
  .map(({ total, transfer, biomedicine, members, name, decimals, breakYear, toDate, additive }) =>
    figuresOf(total, {
      metric: {
        ...agreements,
        names: { en: name, zh: name },
        decimals,
        additive,
        breaks: [{ year: breakYear, reasons: {} }],
      },
      by: members ? { transfer, biomedicine } : {},
      toDate,
    }),
  );

const charts = fc
  .tuple(
    figures,
    fc.constantFrom(...locales),
    fc.constantFrom('value' as const, 'change' as const, 'cumulative' as const, 'share' as const),
    fc.constantFrom('total' as const, 'members' as const),
  )
  .map(([found, locale, show, by]) => chartOf(found, { show, by }, locale));

const pointsOf = ({ series, total, tableOnly = [] }: ChartModel) =>
  [...tableOnly, ...series, ...(total ? [total] : [])].flatMap(({ points }) => points);

const holds = (test: (model: ChartModel) => void) =>
  fc.assert(fc.property(charts, test), { numRuns: 400 });

describe('every chart', () => {
  it('has one point for each year in every series', () => {
    holds((model) => {
      for (const series of [...model.series, ...(model.total ? [model.total] : [])])
        expect(series.points.map(({ year }) => year)).toEqual(model.years);
    });
  });

  it('never shows a missing value as 0 or as a dash', () => {
    holds((model) => {
      for (const point of pointsOf(model).filter(({ value }) => value === null)) {
        expect(point.label).not.toMatch(/^[\d\s.,%+\u2212–—-]*$/);
        expect(point.gap).not.toBe(null);
      }
    });
  });

  it('gives no reason for a value that is there', () => {
    holds((model) => {
      for (const point of pointsOf(model).filter(({ value }) => value !== null))
        expect(point.gap).toBe(null);
    });
  });

  it('explains beside a drawing what is drawn: a sample looks like a sample, whatever its status', () => {
    holds((model) => {
      const { series, total } = model;
      const points = [...series, ...(total ? [total] : [])].flatMap((one) => one.points);
      const explained = drawnLegend(model).map(({ mark }) => mark);
      for (const status of ['P', 'E'] as const) {
        const facts = points.filter(({ marks }) => !marks.includes('sample'));
        const used = facts.some(({ marks }) => marks.includes(status));
        expect(explained.includes(status)).toBe(used);
      }
      if (points.some(({ sample }) => sample)) expect(explained).toContain('sample');
    });
  });

  it('calls samples samples: in marks, reading, sentence, legend and source', () => {
    holds((model) => {
      const word = markName('sample', model.locale);
      const samples = pointsOf(model).filter(({ sample }) => sample);
      expect(model.hasSample).toBe(samples.length > 0);
      for (const point of samples) {
        expect(point.marks).toContain('sample');
        expect(point.reading).toContain(word);
      }
      if (samples.length === 0) return;
      expect(model.sentence).toMatch(/sample|示例/);
      expect(model.sourceLine).toMatch(/sample|示例/);
      expect(model.legend.map(({ mark }) => mark)).toContain('sample');
    });
  });

  it('marks lower bounds in label and reading', () => {
    holds((model) => {
      for (const point of pointsOf(model).filter(({ qualifier }) => qualifier === 'at_least')) {
        expect(point.label).toMatch(/^≥/);
        expect(point.reading).toMatch(/at least|不少于/);
      }
    });
  });

  it('refers to footnotes that exist, and has none that nothing refers to', () => {
    holds((model) => {
      const used = pointsOf(model).flatMap(({ footnotes }) => footnotes);
      expect([...new Set(used)].sort((a, b) => a - b)).toEqual(
        model.footnotes.map((_, i) => i + 1),
      );
    });
  });

  it('is said without a word of the machine', () => {
    holds((model) => {
      const { metric: _, ...said } = model;
      const texts = [said.title, said.subtitle, said.sentence, said.sourceLine, said.releaseLine];
      const readings = pointsOf(model).flatMap(({ label, reading }) => [label, reading]);
      for (const text of [
        ...texts,
        ...readings,
        ...said.footnotes,
        ...said.legend.map((l) => l.label),
      ])
        expect(text).not.toMatch(/undefined|NaN|null|Infinity|\b(word|chart)_/);
    });
  });

  it('becomes a table of the same values, the total last', () => {
    holds((model) => {
      const table = tableOf(model);
      for (const row of table.rows) expect(row.cells.length).toBe(model.years.length);
      expect(table.rows.findIndex(({ total }) => total)).toBe(
        table.rows.some(({ total }) => total) ? table.rows.length - 1 : -1,
      );
    });
  });
});

describe('every year in a sentence', () => {
  it('claims a change only where there is one between figures of the same kind', () => {
    fc.assert(
      fc.property(figures, fc.constantFrom(...locales), (found, locale) => {
        const metric = { ...found.metric, names: { en: 'Things', zh: 'Things' } };
        for (const [i, point] of found.series[0]!.points.entries()) {
          const said = [yearStatement(metric, point, locale), ...qualityNotes(point, locale)];
          const text = joinSentences(said, locale);
          expect(text).not.toMatch(/undefined|NaN|null|word_/);
          const claims = /rose|fell|stayed|same as|增加|减少|与上年(大致)?持平/.test(text);
          const previous = found.series[0]!.points[i - 1];
          const known = point.change.value !== null && point.sample === previous?.sample;
          expect(claims).toBe(known);
          if (point.sample && point.value !== null) expect(text).toMatch(/sample|示例/);
        }
      }),
      { numRuns: 400 },
    );
  });
});
