import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricFigures, Point } from '../../../schema/answers.ts';
import type { YearComparison } from '../../../schema/register/year-comparisons.ts';
import { pickHeadline } from '../../../worker/figures/headline.ts';
import type { Locale } from '../../../web/src/lib/words/locale.ts';
import { formatNumber, formatPercent } from '../../../web/src/lib/words/numbers.ts';
import { yearText, yearTextPlain } from '../../../web/src/lib/words/year-text.ts';
import {
  agreements,
  FIRST,
  figuresOf,
  income,
  release,
  sources,
  type Given,
} from '../chart/figures.ts';

const entryOf = (figures: MetricFigures) => ({
  figures,
  headline: pickHeadline(figures, figures.to),
});
const said = (figures: MetricFigures, locale: Locale): string[] =>
  yearText({ founded: FIRST, metrics: [entryOf(figures)] }, locale)[0]!.sentences;

const targets = (value: number, sample = false) => [
  { year: 2019, value, sample, source: 'report' },
];
const parts = (transfer: Given, biomedicine: Given, property: Given) => ({
  transfer: [null, transfer],
  biomedicine: [null, biomedicine],
  property: [null, property],
});

const overviewOf = (figures: MetricFigures) => ({
  release,
  sample: 'include' as const,
  founded: FIRST,
  centre: { names: { en: 'The Center', zh: '中心' }, timeZone: 'Asia/Shanghai' },
  year: figures.to,
  years: [2018, 2019],
  groups: [{ id: 'agreements', names: { en: 'Agreements', zh: '协议' } }],
  metrics: [entryOf(figures)],
  sources,
  hasSample: true,
});

/** What stands behind the first sentence, which has tests of its own (`sentence.test.ts`). */
const cases: { of: string; figures: MetricFigures; en: string[]; zh: string[] }[] = [
  {
    of: 'parts that are lower bounds, of which none is called the largest',
    figures: figuresOf([null, null], { by: parts('>=5', '>=8', '>=4') }),
    en: [
      'By domain: technology transfer at least 5, biomedicine at least 8 and intellectual property at least 4.',
    ],
    zh: ['分领域看，科技成果转移转化不少于5项、生物医药不少于8项和知识产权不少于4项。'],
  },
  {
    of: 'exact parts, the sum of the years and a target that was reached',
    figures: figuresOf([12, 20], { by: parts(5, 12, 3), targets: targets(20) }),
    en: [
      'By domain: technology transfer 5, biomedicine 12 and intellectual property 3.',
      'The largest part by domain was biomedicine, with 60% of the total.',
      'The sum since 2018 is 32 signings.',
      'The target of 20 signings was reached (100%).',
    ],
    zh: [
      '分领域看，科技成果转移转化5项、生物医药12项和知识产权3项。',
      '其中，生物医药最多，占合计的60%。',
      '2018年以来累计32项。',
      '达到全年目标20项（完成100%）。',
    ],
  },
  {
    of: 'two parts of the same size',
    figures: figuresOf([null, null], { by: parts(5, 5, 1) }),
    en: ['By domain: technology transfer 5, biomedicine 5 and intellectual property 1.'],
    zh: ['分领域看，科技成果转移转化5项、生物医药5项和知识产权1项。'],
  },
  {
    of: 'what is not broken down and what is not reported, and a target just missed',
    figures: figuresOf([null, 9999], { by: parts(5, null, 3), targets: targets(10_000) }),
    en: [
      'By domain: technology transfer 5 and intellectual property 3; 9,991 not broken down; not reported: biomedicine.',
      'The target of 10,000 signings was not reached (99.9%).',
    ],
    zh: [
      '分领域看，科技成果转移转化5项和知识产权3项；另有9,991项未细分；生物医药未公布。',
      '未达到全年目标10,000项（完成99.9%）。',
    ],
  },
  {
    of: 'parts without a total, of several kinds',
    figures: figuresOf([12, 'O'], { by: parts('>=5', 'E2', 'S3'), targets: targets(21) }),
    en: [
      'By domain: technology transfer at least 5 signings, biomedicine 2 signings (estimated) and intellectual property 3 signings (sample figure).',
      'The target for 2019 is 21 signings.',
    ],
    zh: [
      '分领域看，科技成果转移转化不少于5项、生物医药2项（估计数）和知识产权3项（示例数据）。',
      '2019年目标21项。',
    ],
  },
  {
    of: 'samples throughout',
    figures: figuresOf(['S3', null], { by: parts('S5', 'S2', 'S3'), targets: targets(21, true) }),
    en: [
      'By domain: technology transfer 5, biomedicine 2 and intellectual property 3.',
      'The largest part by domain was technology transfer, with 50% of the total.',
      'These are sample figures, not reported ones.',
      'The sum since 2018 is 13 signings (sample figure).',
      'The target of 21 signings was not reached (47.6%; sample target).',
    ],
    zh: [
      '分领域看，科技成果转移转化5项、生物医药2项和知识产权3项。',
      '其中，科技成果转移转化最多，占合计的50%。',
      '以上均为示例数据，并非实际公布数。',
      '2018年以来累计13项（示例数据）。',
      '未达到全年目标21项（完成47.6%；示例目标）。',
    ],
  },
  {
    of: 'a lower bound below its target, after an estimate',
    figures: figuresOf(['E3', '>=5'], {
      by: parts(null, null, null),
      targets: targets(6),
    }),
    en: [
      'It is not broken down by domain.',
      'The sum since 2018 is at least 8 signings (with estimates in it).',
      'This is at least 83.3% of the target of 6 signings; whether all of it was reached is not known.',
    ],
    zh: [
      '分领域数据未公布。',
      '2018年以来累计不少于8项（含估计数）。',
      '全年目标6项完成不少于83.3%，是否达到目标尚不能确定。',
    ],
  },
  {
    of: 'a lower bound above its target',
    figures: figuresOf([null, '>=7'], { metric: income, targets: targets(6) }),
    en: ['The target of 6 million yuan was reached (at least 116.6%).'],
    zh: ['达到全年目标6万元（完成不少于116.6%）。'],
  },
  {
    of: 'a year that is not over, below its target',
    figures: figuresOf([null, 3], { metric: income, targets: targets(6), toDate: 2019 }),
    en: ['So far, 50% of the target of 6 million yuan has been reached.'],
    zh: ['截至发布时，全年目标6万元完成50%。'],
  },
  {
    of: 'a year that is not over, above its target',
    figures: figuresOf([null, 7.5], {
      metric: { ...income, decimals: 1 },
      targets: targets(6),
      toDate: 2019,
    }),
    en: ['The target of 6.0 million yuan has been reached already (125%).'],
    zh: ['已达到全年目标6.0万元（完成125%）。'],
  },
  {
    of: 'an approximate figure, which neither reaches a target nor misses it',
    figures: figuresOf([null, '~7'], { metric: income, targets: targets(6) }),
    en: ['This is about 116.7% of the target of 6 million yuan.'],
    zh: ['相当于全年目标6万元的约116.7%。'],
  },
  {
    of: 'a metric of which less is better',
    figures: figuresOf([null, 9], {
      metric: { ...income, direction: 'down' },
      targets: targets(6),
    }),
    en: ['This is 150% of the target of 6 million yuan.'],
    zh: ['相当于全年目标6万元的150%。'],
  },
  {
    of: 'a year from which it is counted in another way',
    figures: figuresOf([12, 20], {
      metric: { ...income, breaks: [{ year: 2019, reasons: { en: 'per party', zh: '按方计' } }] },
    }),
    en: ['Counted in another way from 2019 on: per party.'],
    zh: ['自2019年起统计口径调整：按方计。'],
  },
  {
    of: 'a fact after samples, without a sum of both',
    figures: figuresOf(['S12', 20], { metric: income }),
    en: [],
    zh: [],
  },
  { of: 'nothing but a gap', figures: figuresOf([12, null]), en: [], zh: [] },
];

describe('yearText', () => {
  for (const { of, figures, en, zh } of cases)
    it(`says ${of}`, () => {
      expect(said(figures, 'en').slice(1)).toEqual(en);
      expect(said(figures, 'zh').slice(1)).toEqual(zh);
    });

  it('says of parts without a total that the total is not reported', () => {
    const figures = figuresOf([12, 'O'], { by: parts(1, null, null) });
    expect(said(figures, 'en')[0]).toBe('Agreements signed: the total for 2019 is not reported.');
    expect(said(figures, 'zh')[0]).toBe('2019年，签约数合计未公布。');
  });
});

describe('what yearText says of the register', () => {
  const figures = figuresOf([12, '>=17']);
  const { value, qualifier, status, sample, yearToDate } = entryOf(figures).headline.point;
  const compared = {
    metric: figures.metric.id,
    year: 2019,
    member: null,
    figure: { value, qualifier, status, sample, yearToDate },
    counted: 17,
    openEnded: true,
    partsMissing: false,
    relation: 'equal' as const,
    difference: 0,
  };
  const last = (comparisons: YearComparison[], locale: Locale) =>
    yearText({ founded: FIRST, metrics: [entryOf(figures)] }, locale, {
      comparisons,
    })[0]!.sentences.at(-1);

  it('says how many of the figure it names', () => {
    expect(last([compared], 'en')).toBe('17 of at least 17 reported are on the register.');
    expect(last([compared], 'zh')).toBe('公布数不少于17，台账数为17。');
  });

  it('says nothing of it beside a sample, nor where it names nothing of what is not known', () => {
    const sum = 'The sum since 2018 is at least 29 signings.';
    const beside = { ...compared, relation: 'sample' as const };
    const nothing = { ...compared, figure: null, counted: 0, relation: 'no_figure' as const };
    for (const one of [beside, nothing, { ...compared, metric: 'another' }])
      expect(last([one], 'en')).toBe(sum);
  });
});

describe('yearTextPlain', () => {
  it('is a text of its own, with what it rests on and where it was taken from', () => {
    const figures = figuresOf([12, '>=17'], { metric: { ...income, names: { zh: '许可\n收入' } } });
    expect(
      yearTextPlain(overviewOf(figures), 'zh', { address: 'https://example.org/zh/years/2019' }),
    ).toBe(
      [
        '中心2019年',
        '',
        '协议',
        '2019年，许可 收入不少于17万元（两年中有下限数，增减无法确定）。2018年以来累计不少于29万元。',
        '',
        '资料来源',
        '昆明市科技局：2024年协作会议报道，2024年8月6日',
        '',
        '第4次发布 · 2024年11月12日',
        '网址：https://example.org/zh/years/2019',
        '',
      ].join('\n'),
    );
  });

  it('says first where there are samples, and names no source for them', () => {
    const text = yearTextPlain(overviewOf(figuresOf(['S3', 'S4'], { metric: income })), 'en');
    expect(text).toMatch(/^The Center: 2019\n\nSome of the figures below are sample figures/);
    expect(text).not.toContain('Sources');
  });
});

const given = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(null, 'O') },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '', '', 'P', 'E', 'S'),
        fc.constantFrom('', '', '', '>=', '~'),
        fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constant(7_200_000)),
      )
      .map((chosen) => chosen.join('')),
  },
);
const years = fc.array(given, { minLength: 2, maxLength: 4 });
const anyFigures = fc
  .record({
    total: fc.oneof(years, fc.constant<Given[]>([])),
    by: fc.option(fc.record({ transfer: years, biomedicine: years, property: years })),
    breakYear: fc.integer({ min: 2018, max: 2026 }),
    toDate: fc.integer({ min: 2018, max: 2026 }),
    additive: fc.boolean(),
    direction: fc.constantFrom('up' as const, 'down' as const, 'none' as const),
    target: fc.option(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean())),
  })
  .filter(({ total, by }) => total.length > 0 || by !== null)
  .map(({ total, by, breakYear, toDate, additive, direction, target }) => {
    const length = Math.max(total.length, ...Object.values(by ?? {}).map((one) => one.length));
    const names = { en: 'Things', zh: '事项' };
    const breaks = [{ year: breakYear, reasons: {} }];
    const year = FIRST + length - 1;
    return figuresOf(total, {
      metric: { ...agreements, names, additive, direction, breaks },
      by: by ?? {},
      toDate,
      targets: target ? [{ year, value: target[0], sample: target[1], source: 'report' }] : [],
    });
  });

/** The numbers of a text, without years and the word for zero; those of the two languages are to agree. */
const numbersIn = (texts: readonly string[]): Set<string> =>
  new Set(
    (texts.join(' ').match(/\d[\d,.]*%?/g) ?? [])
      .map((number) => number.replace(/[.,]+$/, ''))
      .filter((number) => !/^20\d\d$/.test(number) && number !== '0'),
  );

/** Every way in which a number of the answer may be printed. */
function numbersOf(figures: MetricFigures): Set<string> {
  const { point, target, progress } = entryOf(figures).headline;
  const points = figures.series.map(({ points: all }) => all.at(-1)!);
  const amounts = [target?.value, ...points.flatMap(amountsOf)];
  const percents = [
    progress.value,
    ...points.flatMap((one) => [one.changePercent.value, one.share.value]),
  ];
  expect(point).toEqual(points[0]);
  const printed =
    (format: (value: number, how: 'exact' | 'at_least') => string) =>
    (value: number | null | undefined) =>
      typeof value === 'number'
        ? (['exact', 'at_least'] as const).map((how) => format(Math.abs(value), how))
        : [];
  return new Set([
    ...amounts.flatMap(printed((value, how) => formatNumber(value, 0, 'en', how))),
    ...percents.flatMap(printed((value, how) => formatPercent(value, 'en', how))),
    '0.1%',
  ]);
}
const amountsOf = ({ value, change, cumulative }: Point) => [value, change.value, cumulative.value];

describe('what is said of any figures', { timeout: 20_000 }, () => {
  const holds = (test: (figures: MetricFigures, en: string[], zh: string[]) => void) =>
    fc.assert(
      fc.property(anyFigures, (figures) => test(figures, said(figures, 'en'), said(figures, 'zh'))),
      { numRuns: 200 },
    );

  it('has no number but those of the answer, and the same in both languages', () => {
    holds((figures, en, zh) => {
      expect(en).toHaveLength(zh.length);
      const known = numbersOf(figures);
      for (const number of numbersIn(en))
        expect([number, known.has(number)]).toEqual([number, true]);
      expect(numbersIn(zh)).toEqual(numbersIn(en));
    });
  });

  it('claims a change where the answer gives one between figures of the same kind, and nowhere else', () => {
    holds((figures, en, zh) => {
      const { year, change, sample } = entryOf(figures).headline.point;
      const previous = figures.series[0]!.points.find((point) => point.year === year - 1);
      const given = change.value !== null && sample === previous?.sample;
      expect(en.some((text) => /\b(rose|fell|stayed|about the same)\b/.test(text))).toBe(given);
      expect(zh.some((text) => /增加|减少|持平/.test(text))).toBe(given);
    });
  });

  it('calls a target reached or missed only where that is known', () => {
    holds((figures, en, zh) => {
      const { point, target } = entryOf(figures).headline;
      const firm = point.qualifier === 'exact' || point.qualifier === 'at_least';
      const comparable =
        target !== null &&
        target.value > 0 &&
        point.value !== null &&
        firm &&
        figures.metric.direction === 'up';
      const reached = comparable && point.value! >= target.value;
      const missed = comparable && !reached && point.qualifier === 'exact' && !point.yearToDate;
      expect(en.some((text) => /was reached \(|reached already/.test(text))).toBe(reached);
      expect(zh.some((text) => /^已?达到/.test(text))).toBe(reached);
      expect(en.some((text) => text.includes('was not reached'))).toBe(missed);
      expect(zh.some((text) => text.startsWith('未达到'))).toBe(missed);
    });
  });

  it('calls one part the largest only where no other can be as large', () => {
    holds((figures, en) => {
      const sentence = en.find((text) => text.startsWith('The largest part'));
      if (!sentence) return;
      const [total, ...members] = figures.series.map(({ points }) => points.at(-1)!);
      const largest = Math.max(...members.map(({ value }) => value!));
      expect(members.every(({ qualifier }) => qualifier === 'exact')).toBe(true);
      expect(members.filter(({ value }) => value === largest)).toHaveLength(1);
      expect(members.every(({ sample }) => sample === total!.sample)).toBe(true);
    });
  });

  it('calls every sample a sample, and sums no fact with one', () => {
    holds((figures, en, zh) => {
      const points = figures.series.map(({ points: all }) => all.at(-1)!);
      const { target } = entryOf(figures).headline;
      const samples = points.some(({ value, sample }) => value !== null && sample);
      if (samples || target?.sample) {
        expect(en.join(' ')).toMatch(/sample/);
        expect(zh.join(' ')).toMatch(/示例/);
      }
      const summed = figures.series[0]!.points.filter(({ value }) => value !== null);
      if (new Set(summed.map(({ sample }) => sample)).size > 1)
        expect(en.join(' ')).not.toContain('The sum');
    });
  });

  it('is said without a word of the machine', () => {
    holds((_, en, zh) => {
      for (const text of [...en, ...zh])
        expect(text).not.toMatch(/undefined|NaN|null|Infinity|\b(word|ytxt|chart)_|\(\)|（）|  /);
    });
  });
});
