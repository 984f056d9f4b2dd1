import { describe, expect, it } from 'vitest';
import { agreements, chartOf, figuresOf, income, release, source } from './figures.ts';
import type { ChartSeries } from '../../../web/src/lib/chart/types.ts';
import { buildChart } from '../../../web/src/lib/chart/model.ts';

const labels = (series: ChartSeries | null | undefined) => series?.points.map(({ label }) => label);

/** Five years: two exact ones, one with a gap, one sample, one of lower bounds. */
const domains = figuresOf([], {
  by: {
    transfer: [1, 2, null, 'S4', '>=5'],
    biomedicine: [1, 3, 4, 'S5', '>=8'],
    property: [0, 2, 'E3', 'S1', '>=4'],
  },
});

describe('buildChart', () => {
  it('stacks the members and labels the stack with the total', () => {
    const model = chartOf(domains);
    expect(model).toMatchObject({ kind: 'stacked', show: 'value', unit: 'signings', decimals: 0 });
    expect(model.series.map(({ id, colour }) => [id, colour])).toEqual([
      ['transfer', 0],
      ['biomedicine', 1],
      ['property', 2],
    ]);
    expect(labels(model.series[0])).toEqual(['1', '2', 'not reported', '4', '≥5']);
    expect(labels(model.total)).toEqual(['2', '7', '≥7', '10', '≥17']);
    expect(model.title).toBe('Agreements signed reached at least 17 in 2022');
    expect(model.subtitle).toBe('Agreements signed by domain, 2018–2022 (unit: signings)');
    expect(model.sentence).toBe(
      'Agreements signed reached at least 17 in 2022 (change on 2021 not known: lower bound). Note: sample figures for 2021; some parts not given for 2020; estimates for 2020; lower bounds for 2020.',
    );
  });

  it('marks each point and explains only the marks in use', () => {
    const model = chartOf(domains);
    expect(model.series[2]!.points.map(({ marks }) => marks)).toEqual([
      [],
      [],
      ['E'],
      ['sample'],
      ['at_least'],
    ]);
    expect(model.legend.map(({ mark }) => mark)).toEqual(['at_least', 'E', 'sample', 'missing']);
    expect(model.series[2]!.points[3]!.reading).toBe(
      '2021, Intellectual property: 1 signing, sample figure',
    );
  });

  it('shows the total alone where that is asked for, or there are no members', () => {
    const model = chartOf(domains, { by: 'total' });
    expect(model).toMatchObject({ kind: 'bars', total: null, tableOnly: [] });
    expect(model.series.map(({ id, name }) => [id, name])).toEqual([
      ['total', 'Agreements signed'],
    ]);
    const alone = chartOf(figuresOf([1, 2], { metric: income }), { by: 'members', show: 'share' });
    expect(alone).toMatchObject({ kind: 'bars', show: 'value' });
  });

  it('says the whole range in the title where both ends are firm', () => {
    expect(chartOf(figuresOf([3, null, 15])).title).toBe(
      'Agreements signed rose from 3 in 2018 to 15 in 2020',
    );
    expect(chartOf(figuresOf([3, null, 15]), {}, 'zh').title).toBe(
      '签约数由2018年的3项增至2020年的15项',
    );
    expect(chartOf(figuresOf(['S3', 15])).title).toBe('Agreements signed reached 15 in 2019');
    expect(chartOf(figuresOf(['S3', 'S15'])).title).toMatch(/\(sample figures\)$/);
    for (const mixed of [figuresOf(['S3', 15]), figuresOf([15, 'S3'])])
      expect(chartOf(mixed, { show: 'change' }).sentence).not.toMatch(/rose|fell/);
    expect(chartOf(figuresOf([3, 15], { toDate: 2019 })).title).toMatch(/ in 2019 to date$/);
  });

  it('draws a change of the total and keeps the members for the table', () => {
    const model = chartOf(domains, { show: 'change' });
    expect(model.kind).toBe('bars');
    expect(labels(model.series[0])).toEqual([
      'first year',
      '+5',
      'lower bound only',
      'lower bound only',
      'lower bound only',
    ]);
    expect(model.tableOnly?.map(({ id }) => id)).toEqual(['transfer', 'biomedicine', 'property']);
    expect(model.title).toBe('Agreements signed rose by 5 in 2019');
    expect(model.footnotes).toContain('Change not given: only a lower bound is known.');
    expect(model.legend.at(-1)?.label).toBe('not given (see notes)');
  });

  it('draws sums since the first year as lines', () => {
    const model = chartOf(domains, { show: 'cumulative' });
    expect(model.kind).toBe('line');
    expect(labels(model.total)).toEqual(['2', '9', '≥16', '≥26', '≥43']);
    expect(model.title).toBe(
      'Agreements signed came to at least 43 in all by the end of 2022 (sample figures)',
    );
    expect(model.total?.points.at(-1)?.marks).toEqual(['at_least', 'E', 'sample']);
  });

  it('draws shares in per cent, and gaps with their reason', () => {
    const model = chartOf(domains, { show: 'share' });
    expect(model).toMatchObject({ kind: 'stacked', unit: '%', total: null });
    expect(labels(model.series[1])).toEqual([
      '50%',
      '42.9%',
      'lower bound only',
      '50%',
      'lower bound only',
    ]);
    expect(model.title).toBe(
      'Agreements signed in 2021: Biomedicine was the largest part, 50% (sample figures)',
    );
  });

  it('makes every stack as high as an exact total', () => {
    const model = chartOf(
      figuresOf([5, 23, 20, '>=20'], {
        by: { transfer: [1, null, '>=4', '>=5'], biomedicine: [2, null, 6, '>=8'] },
      }),
    );
    const rest = model.series.at(-1);
    expect(rest).toMatchObject({ id: 'not-broken-down', name: 'Not broken down', colour: 6 });
    expect(labels(rest)).toEqual(['2', '23', '≤10', 'not known']);
    expect(rest?.points[2]?.reading).toBe('2020, Not broken down: at most 10 signings');
    for (const [i, point] of (model.total?.points ?? []).slice(0, 3).entries())
      expect(model.series.reduce((sum, one) => sum + (one.points[i]?.value ?? 0), 0)).toBe(
        point.value,
      );
  });

  it('draws members that overlap as lines', () => {
    const metric = { ...agreements, additive: false };
    const figures = figuresOf([5, 6], { metric, by: { transfer: [4, 4], biomedicine: [3, 4] } });
    expect(chartOf(figures).kind).toBe('line');
    expect(chartOf(figures).total?.points.map(({ value }) => value)).toEqual([5, 6]);
  });

  it('takes only the years asked for, with their own notes, sources and targets', () => {
    const target = (year: number) => ({ year, value: 20, sample: true, source: 'sample' });
    const figures = figuresOf([3, 4, 'S5'], { targets: [target(2019), target(2020)] });
    const model = chartOf(figures, { from: 2018, to: 2019 });
    expect(model.years).toEqual([2018, 2019]);
    expect(model.annotations).toEqual([
      {
        kind: 'target',
        year: 2019,
        value: 20,
        label: 'Target for 2019: 20 signings (sample)',
        sample: true,
      },
    ]);
    expect(model.hasSample).toBe(true);
    expect(chartOf(figures, { show: 'change' }).annotations).toEqual([]);
  });

  it('does not call a retired part missing, and drops it where it has no year left', () => {
    const { breakdown } = agreements;
    const members = breakdown!.members.map((member) =>
      member.id === 'property' ? { ...member, lastYear: 2018 } : member,
    );
    const figures = figuresOf([null, null], {
      metric: { ...agreements, breakdown: { ...breakdown!, members } },
      by: { transfer: [1, 2], biomedicine: [3, 4], property: [5, null] },
    });
    const { series, total, sentence } = chartOf(figures);
    const retired = series.find(({ id }) => id === 'property')!.points[1]!;
    expect(retired).toMatchObject({ value: null, label: 'no longer counted', marks: [] });
    expect(total!.points.map(({ label }) => label)).toEqual(['9', '6']);
    expect(sentence).not.toContain('not reported');
    expect(chartOf(figures, { from: 2019 }).series.map(({ id }) => id)).not.toContain('property');
  });

  it('names a break as an annotation and a footnote', () => {
    const breaks = [{ year: 2019, reasons: { en: 'counted per party', zh: '按签约方计' } }];
    const model = chartOf(figuresOf([12, 15], { metric: { ...agreements, breaks } }), {}, 'zh');
    expect(model.annotations[0]?.label).toBe('2019年统计口径调整：按签约方计');
    expect(model.footnotes).toEqual(['2019年统计口径调整：按签约方计']);
    expect(model.series[0]?.points[1]?.footnotes).toEqual([1]);
  });

  it('gives notes with the same text one number', () => {
    const figures = figuresOf([3, 4, 5]);
    for (const [i, point] of figures.series[0]!.points.entries())
      point.note = { en: i < 2 ? 'Counted\nby hand.' : 'Revised.' };
    const model = chartOf(figures);
    expect(model.footnotes).toEqual(['Counted by hand.', 'Revised.']);
    expect(model.series[0]!.points.map(({ footnotes }) => footnotes)).toEqual([[1], [1], [2]]);
  });

  it('names its sources and its release', () => {
    const model = chartOf(domains, {}, 'zh');
    expect(model.sourceLine).toBe(
      '资料来源：昆明市科技局：2024年协作会议报道，2024年8月6日；演示（示例数据，并无来源）',
    );
    expect(model.releaseLine).toBe('第4次发布 · 2024年11月12日');
    expect(chartOf(domains, { from: 2018, to: 2019 }).sourceLine).toBe(
      'Source: Report on the 2024 meeting, Kunming Science Bureau, 6 August 2024',
    );
  });

  it('calls a mirror a copy, and samples samples even without a source', () => {
    const model = buildChart(figuresOf(['S3', 4]), {
      locale: 'en',
      view: { by: 'total', show: 'value', from: 2018, to: 2019, view: 'chart' },
      release,
      timeZone: 'UTC',
      sources: [{ ...source, kind: 'mirror', publisher: null }],
    });
    expect(model.sourceLine).toBe(
      'Source: Report on the 2024 meeting, 6 August 2024 (copy, original not found); sample data, no source',
    );
    expect(model.releaseLine).toBe('Release 4 · 11 November 2024');
  });

  it('says so when there is nothing to draw', () => {
    const model = chartOf(figuresOf([null, 'O']), {}, 'zh');
    expect(model.empty).toBe('2018—2019年，签约数未公布');
    expect(model.sentence).toBe('2018—2019年，签约数未公布。');
    expect(chartOf(figuresOf([null, null])).sourceLine).toBe('');
    expect(chartOf(figuresOf([3]), { show: 'change' }).empty).toBe(
      'Agreements signed: change cannot be given for 2018',
    );
  });

  it('does not say that what the members show is missing', () => {
    const tie = figuresOf([], { by: { transfer: [2], biomedicine: [2], property: [1] } });
    expect(chartOf(tie, { show: 'share' })).toMatchObject({
      sentence: 'Agreements signed: share of the total.',
      empty: null,
    });
    const metric = { ...agreements, additive: false };
    const overlapping = figuresOf([null, null], { metric, by: { transfer: [4, 5] } });
    expect(chartOf(overlapping)).toMatchObject({ title: 'Agreements signed', empty: null });
    expect(chartOf(overlapping).sentence).not.toContain('Agreements signed: not reported');
  });

  it('survives a range without years', () => {
    const model = chartOf(figuresOf([3, 4]), { from: 2030, to: 2031 });
    expect(model).toMatchObject({ years: [], sentence: 'Agreements signed: no years to show.' });
    expect(model.series[0]?.points).toEqual([]);
  });
});
