import { describe, expect, it } from 'vitest';
import type { MetricFigures } from '../../../schema/answers.ts';
import { pickHeadline } from '../../../worker/figures/headline.ts';
import { summaryOf } from '../../../web/src/lib/words/summary.ts';
import { targetInWords } from '../../../web/src/lib/words/targets.ts';
import { agreements, figuresOf, type Given } from '../chart/figures.ts';

const named = (name: string, given: Given[], toDate?: number) =>
  figuresOf(given, { metric: { ...agreements, id: name, names: { en: name, zh: name } }, toDate });

const overview = (figures: MetricFigures[]) => ({
  year: 2019,
  metrics: figures.map((one) => ({ figures: one, headline: pickHeadline(one, 2019) })),
});

describe('summaryOf', () => {
  const all = overview([
    named('Samples', ['S4', 'S6']),
    named('Signings', [null, '>=17']),
    named('Projects', [25, 20]),
    named('Visits', [null, null]),
    named('Courses', ['S4', 'S6']),
  ]);

  it('puts honest changes first and calls samples samples', () => {
    expect(summaryOf(all, 'en')).toBe(
      '2019 compared with 2018: Projects fell by 5 to 20 signings, down 20%; Signings reached at least 17 (not known for 2018); Samples rose by 2 to 6 signings, up 50% (sample figure). 1 metric is not reported.',
    );
    expect(summaryOf(all, 'zh')).toBe(
      '2019年与上年相比：Projects20项，减少5项，下降20%；Signings不少于17项（2018年未公布）；Samples6项，增加2项，增长50%（示例数据）。另有1项指标未公布。',
    );
  });

  it('compares nothing where no change can be stated', () => {
    expect(summaryOf(overview([named('Signings', [3, '>=17'])]), 'en')).toBe(
      '2019: Signings reached at least 17 (change on 2018 not known: lower bound).',
    );
    expect(summaryOf(overview([named('Signings', [3, 1], 2019)]), 'zh')).toBe(
      '2019年截至发布时：Signings1项（年度未结束，暂不与上年比较）。',
    );
  });

  it('holds no reported figure against a sample', () => {
    expect(summaryOf(overview([named('Signings', ['S3', 17])]), 'en')).toBe(
      '2019: Signings reached 17 (only a sample figure for 2018).',
    );
    expect(summaryOf(overview([named('Signings', [17, 'S3'])]), 'en')).toBe(
      '2019: Signings reached 3 (not compared with the reported figure for 2018; sample figure).',
    );
  });

  it('says when there is nothing', () => {
    expect(summaryOf(overview([named('Signings', [3, null])]), 'zh')).toBe(
      '2019年各项指标均未公布。',
    );
    expect(summaryOf(overview([]), 'en')).toBe('No figures have been reported for 2019.');
  });
});

describe('targetInWords', () => {
  const targets = [{ year: 2019, value: 20, sample: true, source: 'sample' }];

  it('says how much of it is reached, and whose it is', () => {
    const headline = pickHeadline(figuresOf([3, '>=17'], { targets }), 2019);
    expect(targetInWords(headline, agreements, 'en')).toBe(
      'Target 20 signings: at least 85% reached (sample)',
    );
    expect(targetInWords(headline, agreements, 'zh')).toBe('目标20项，完成不少于85%（示例）');
  });

  it('is null without a target', () => {
    expect(targetInWords(pickHeadline(figuresOf([3, 4]), 2019), agreements, 'en')).toBe(null);
  });
});
