import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isExplained, listUnexplained, warnCell } from '../../../schema/staff/checks.ts';
import type { Warning } from '../../../schema/staff/words.ts';
import type { Qualifier } from '../../../schema/vocabulary.ts';
import { metricOf, note, publish, say, withdrawn, type Given } from './cells.ts';

describe('warnCell', () => {
  const previous = publish(10);
  const atLeast = { qualifier: 'at_least' } as const;
  it.each<[string, Given, Warning[]]>([
    ['twice as many is not more than double', { draft: say(20), previous }, []],
    ['more than double', { draft: say(21), previous }, ['more_than_doubled']],
    ['half is not less than half', { draft: say(5), previous }, []],
    ['less than half', { draft: say(4), previous }, ['less_than_half']],
    ['anything after 0', { draft: say(1), previous: publish(0) }, ['more_than_doubled']],
    ['0 after 0', { draft: say(0), previous: publish(0) }, []],
    ['at least more than double', { draft: say(21, atLeast), previous }, ['more_than_doubled']],
    ['at least so few may be many', { draft: say(4, atLeast), previous }, []],
    [
      'more than double of at least so many',
      { draft: say(21), previous: publish(10, atLeast) },
      [],
    ],
    [
      'less than half of at least so many',
      { draft: say(4), previous: publish(10, atLeast) },
      ['less_than_half'],
    ],
    ['nothing to compare with', { draft: say(100) }, []],
    [
      'sample data is no year before',
      { draft: say(100), previous: publish(1, { sample: true }) },
      [],
    ],
    ['empty after a figure', { previous }, ['missing_after_figure']],
    [
      'sample data is empty',
      { previous, published: publish(9, { sample: true }) },
      ['missing_after_figure'],
    ],
    ['empty after sample data', { previous: publish(9, { sample: true }) }, []],
    ['empty after "missing"', { previous: publish(null) }, []],
    [
      '"missing" after a figure, with a note',
      { draft: say(null, { note }), previous },
      ['missing_after_figure'],
    ],
    ['"missing" without a note', { draft: say(null) }, ['missing_without_reason']],
    ['about without a source', { draft: say(3, { qualifier: 'about' }) }, ['about_without_source']],
    ['about with one', { draft: say(3, { qualifier: 'about', source: 'report' }) }, []],
    [
      'estimated without a source',
      { draft: say(3, { status: 'E' }) },
      ['estimated_without_source'],
    ],
    ['withdrawn', { draft: withdrawn, published: publish(2) }, ['withdrawn_without_reason']],
    ['published as it is', { published: publish(100), previous }, []],
  ])('%s', (_, given, warnings) => {
    const metric = metricOf({ '': given });
    expect(warnCell(metric, metric.cells[0]!)).toEqual(warnings);
  });

  it('compares nothing across a series break', () => {
    const metric = metricOf({ '': { draft: say(100), previous } }, { breaks: true });
    expect(warnCell(metric, metric.cells[0]!)).toEqual([]);
  });

  it('does not miss a total that the members add up to', () => {
    const metric = metricOf({ a: { draft: say(6) }, b: {}, '': { previous } });
    expect(listUnexplained(metric)).toEqual([]);
    expect(listUnexplained({ ...metric, additive: false })).toEqual([
      { member: '', warnings: ['missing_after_figure'] },
    ]);
  });

  it('is explained by a note, an empty cell only by one that says "not reported"', () => {
    const unexplained = (given: Given) => listUnexplained(metricOf({ '': given })).length;
    expect(unexplained({ draft: say(21), previous })).toBe(1);
    expect(unexplained({ draft: say(21, { note }), previous })).toBe(0);
    expect(unexplained({ draft: say(21, { note: { en: ' ' } }), previous })).toBe(1);
    expect(unexplained({ draft: say(null, { note }), previous })).toBe(0);
    expect(unexplained({ draft: null, previous })).toBe(1);
    expect(isExplained({ draft: null })).toBe(false);
  });

  it('warns of a movement only where every world that fits the figures moves so', () => {
    const known = fc.record({
      value: fc.nat(40),
      qualifier: fc.constantFrom<Qualifier>('exact', 'at_least'),
    });
    fc.assert(
      fc.property(known, known, fc.nat(200), fc.nat(200), (now, before, more, earlier) => {
        const truly = ({ value, qualifier: how }: typeof now, extra: number) =>
          how === 'at_least' ? value + extra : value;
        const metric = metricOf({
          '': { draft: say(now.value, now), previous: publish(before.value, before) },
        });
        const warned = warnCell(metric, metric.cells[0]!);
        const [after, base] = [truly(now, more), truly(before, earlier)];
        if (warned.includes('more_than_doubled')) expect(after).toBeGreaterThan(base * 2);
        if (warned.includes('less_than_half')) expect(after).toBeLessThan(base / 2);
      }),
    );
  });
});
