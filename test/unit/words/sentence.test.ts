import { describe, expect, it } from 'vitest';
import { joinSentences } from '../../../web/src/lib/words/lists.ts';
import { qualityNotes, yearStatement } from '../../../web/src/lib/words/sentence.ts';
import { agreements, figuresOf, income, lastPoint } from '../chart/figures.ts';

const yearSentence = (...[metric, point, locale]: Parameters<typeof yearStatement>): string =>
  joinSentences([yearStatement(metric, point, locale), ...qualityNotes(point, locale)], locale);

const broken = {
  ...agreements,
  breaks: [{ year: 2019, reasons: { zh: '按签约方计', en: 'counted per party' } }],
};

const cases = [
  {
    of: 'a rise',
    figures: figuresOf([14, 17]),
    en: 'Agreements signed rose by 3 to 17 in 2019 (up 21.4% on 2018).',
    zh: '2019年，签约数17项，与上年相比，增加3项（增长21.4%）。',
  },
  {
    of: 'a fall',
    figures: figuresOf([12, 9]),
    en: 'Agreements signed fell by 3 to 9 in 2019 (down 25% on 2018).',
    zh: '2019年，签约数9项，与上年相比，减少3项（下降25%）。',
  },
  {
    of: 'no change',
    figures: figuresOf([12, 12]),
    en: 'Agreements signed stayed at 12 in 2019, the same as in 2018.',
    zh: '2019年，签约数12项，与上年持平。',
  },
  {
    of: 'a lower bound after a gap',
    figures: figuresOf([null, '>=17']),
    en: 'Agreements signed reached at least 17 in 2019 (not known for 2018).',
    zh: '2019年，签约数不少于17项（2018年未公布）。',
  },
  {
    of: 'a lower bound after an exact figure',
    figures: figuresOf([12, '>=17']),
    en: 'Agreements signed reached at least 17 in 2019 (change on 2018 not known: lower bound).',
    zh: '2019年，签约数不少于17项（两年中有下限数，增减无法确定）。',
  },
  {
    of: 'an approximate figure',
    figures: figuresOf([12, '~15']),
    en: 'Agreements signed rose by about 3 to about 15 in 2019 (up about 25% on 2018).',
    zh: '2019年，签约数约15项，与上年相比，增加约3项（增长约25%）。',
  },
  {
    of: 'approximate figures that do not differ',
    figures: figuresOf(['~12', 12]),
    en: 'Agreements signed reached 12 in 2019, about the same as in 2018.',
    zh: '2019年，签约数12项，与上年大致持平。',
  },
  {
    of: 'no figure',
    figures: figuresOf([12, null]),
    en: 'Agreements signed: not reported for 2019.',
    zh: '2019年，签约数未公布。',
  },
  {
    of: 'a figure said to be missing',
    figures: figuresOf([12, 'O']),
    en: 'Agreements signed: not reported for 2019.',
    zh: '2019年，签约数未公布。',
  },
  {
    of: 'the first year',
    figures: figuresOf([12]),
    en: 'Agreements signed reached 12 in 2018 (the first year of the record).',
    zh: '2018年，签约数12项（首个统计年份）。',
  },
  {
    of: 'a base of zero',
    figures: figuresOf([0, 3]),
    en: 'Agreements signed rose by 3 to 3 in 2019 (from 0 in 2018).',
    zh: '2019年，签约数3项，与上年相比，增加3项（上年为零）。',
  },
  {
    of: 'a zero, which is a figure',
    figures: figuresOf([null, 0]),
    en: 'Agreements signed stood at 0 in 2019 (not known for 2018).',
    zh: '2019年，签约数0项（2018年未公布）。',
  },
  {
    of: 'a year that is not over',
    figures: figuresOf([12, 5], { toDate: 2019 }),
    en: 'Agreements signed reached 5 in 2019 to date (year not over, not compared with 2018).',
    zh: '2019年截至发布时，签约数5项（年度未结束，暂不与上年比较）。',
  },
  {
    of: 'a break in the series',
    figures: figuresOf([12, 15], { metric: broken }),
    en: 'Agreements signed reached 15 in 2019 (not comparable with 2018).',
    zh: '2019年，签约数15项（统计口径调整，与上年不可比）。',
  },
  {
    of: 'sample figures',
    figures: figuresOf(['S12', 'S15']),
    en: 'Agreements signed rose by 3 to 15 in 2019 (up 25% on 2018). This is a sample figure, not a reported one.',
    zh: '2019年，签约数15项，与上年相比，增加3项（增长25%）。该数为示例数据，并非实际公布数。',
  },
  {
    of: 'a reported figure after a sample',
    figures: figuresOf(['S12', 15]),
    en: 'Agreements signed reached 15 in 2019 (only a sample figure for 2018).',
    zh: '2019年，签约数15项（2018年仅有示例数据）。',
  },
  {
    of: 'a sample after a reported figure',
    figures: figuresOf([15, 'S12']),
    en: 'Agreements signed reached 12 in 2019 (not compared with the reported figure for 2018). This is a sample figure, not a reported one.',
    zh: '2019年，签约数12项（不与2018年公布数比较）。该数为示例数据，并非实际公布数。',
  },
  {
    of: 'an estimate',
    figures: figuresOf(['E1', 'E1']),
    en: 'Agreements signed stayed at 1 in 2019, the same as in 2018. This figure is an estimate.',
    zh: '2019年，签约数1项，与上年持平。该数为估计数。',
  },
  {
    of: 'a provisional figure',
    figures: figuresOf([null, 'P4']),
    en: 'Agreements signed reached 4 in 2019 (not known for 2018). This figure is provisional.',
    zh: '2019年，签约数4项（2018年未公布）。该数为初步数。',
  },
  {
    of: 'a unit that the name does not say, with decimals',
    figures: figuresOf([1.25, 7.2], { metric: { ...income, decimals: 2 } }),
    en: 'Licence income rose by 5.95 to 7.20 million yuan in 2019 (up 476% on 2018).',
    zh: '2019年，许可收入7.20万元，与上年相比，增加5.95万元（增长476%）。',
  },
  {
    of: 'very large numbers',
    figures: figuresOf([1e12, 7.2e9]),
    en: 'Agreements signed fell by 992,800,000,000 to 7,200,000,000 in 2019 (down 99.3% on 2018).',
    zh: '2019年，签约数7,200,000,000项，与上年相比，减少992,800,000,000项（下降99.3%）。',
  },
  {
    of: 'a change too small to print',
    figures: figuresOf([10_000, 10_001]),
    en: 'Agreements signed rose by 1 to 10,001 in 2019 (up less than 0.1% on 2018).',
    zh: '2019年，签约数10,001项，与上年相比，增加1项（增长不足0.1%）。',
  },
];

describe('what is said of a year', () => {
  for (const { of, figures, en, zh } of cases)
    it(`says ${of}`, () => {
      expect(yearSentence(figures.metric, lastPoint(figures), 'en')).toBe(en);
      expect(yearSentence(figures.metric, lastPoint(figures), 'zh')).toBe(zh);
    });

  it('falls back to another language for a name', () => {
    const metric = { ...agreements, names: { fr: 'Accords' }, units: { fr: { other: 'accords' } } };
    expect(yearSentence(metric, lastPoint(figuresOf([12])), 'en')).toBe(
      'Accords reached 12 in 2018 (the first year of the record).',
    );
  });

  it('leaves markup and templates in a name alone', () => {
    const metric = { ...agreements, names: { en: '<b>{year}</b> ${x}' } };
    expect(yearSentence(metric, lastPoint(figuresOf([12, null])), 'en')).toBe(
      '<b>{year}</b> ${x}: not reported for 2019.',
    );
  });
});
