import { describe, expect, it } from 'vitest';
import { changeInWords } from '../../../web/src/lib/words/changes.ts';
import { agreements, figuresOf, lastPoint, type Given } from '../chart/figures.ts';

const change = (
  given: Given[],
  locale: 'en' | 'zh' = 'en',
  direction: 'up' | 'down' | 'none' = 'up',
) => changeInWords(lastPoint(figuresOf(given)), { ...agreements, direction }, locale);

describe('changeInWords', () => {
  it('says a change with its sign, year and percentage', () => {
    expect(change([14, 17]).text).toBe('+3 on 2018 (up 21.4%)');
    expect(change([14, 17], 'zh').text).toBe('比2018年增加3项（增长21.4%）');
    expect(change([4, 3]).text).toBe('\u22121 on 2018 (down 25%)');
    expect(change([4, 3], 'zh').text).toBe('比2018年减少1项（下降25%）');
  });

  it('says why there is none', () => {
    expect(change([12, '>=17'])).toMatchObject({
      text: 'change on 2018 not known: lower bound',
      direction: null,
      tone: 'neutral',
      arrow: '',
    });
    expect(change([null, 17], 'zh').text).toBe('2018年未公布，无从比较');
    expect(change([17]).text).toBe('first year of the record');
    expect(change([17, null]).text).toBe('not reported');
  });

  it('lets the direction of the metric say what is good', () => {
    expect(change([3, 4], 'en', 'up').tone).toBe('good');
    expect(change([3, 4], 'en', 'down').tone).toBe('bad');
    expect(change([4, 3], 'en', 'down').tone).toBe('good');
    expect(change([3, 4], 'en', 'none').tone).toBe('neutral');
    expect(change([3, 3], 'en', 'up')).toMatchObject({ tone: 'neutral', word: 'unchanged' });
  });

  it('calls a change between samples a sample, and holds no figure against one of the other kind', () => {
    expect(change(['S12', 'S15'])).toMatchObject({
      text: '+3 on 2018 (up 25%), sample',
      sample: true,
    });
    expect(change(['S12', 15])).toMatchObject({
      text: 'only a sample figure for 2018',
      direction: null,
    });
    expect(change([15, 'S12'])).toMatchObject({
      text: 'not compared with the reported figure for 2018',
      direction: null,
    });
  });

  it('takes a lower bound of a change for a change only above 0', () => {
    const point = lastPoint(figuresOf([12, 17]));
    const with_ = (value: number) => ({
      ...point,
      change: { value, qualifier: 'at_least' as const, reason: null, sample: false },
    });
    expect(changeInWords(with_(5), agreements, 'en').text).toContain('at least +5 on 2018');
    expect(changeInWords(with_(-5), agreements, 'en').direction).toBe(null);
  });
});
