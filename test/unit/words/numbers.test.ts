import { describe, expect, it } from 'vitest';
import { formatDate, formatDay } from '../../../web/src/lib/words/dates.ts';
import { yearsInWords } from '../../../web/src/lib/words/lists.ts';
import {
  formatCompact,
  formatNumber,
  formatPercent,
  formatSigned,
  formatTick,
  percentInWords,
} from '../../../web/src/lib/words/numbers.ts';
import { nameSaysUnit, unitFor } from '../../../web/src/lib/words/units.ts';
import { valueInWords, valueShort, valueTile } from '../../../web/src/lib/words/values.ts';
import { agreements } from '../chart/figures.ts';

describe('numbers', () => {
  it('are exact, with the decimals of the metric and a true minus', () => {
    expect(formatNumber(7.2e9, 0, 'en')).toBe('7,200,000,000');
    expect(formatNumber(-1234.5, 2, 'zh')).toBe('\u22121,234.50');
    expect(formatNumber(-0, 0, 'en')).toBe('0');
    expect(formatNumber(-0.001, 1, 'en')).toBe('0.0');
    expect(formatSigned(3, 0, 'en')).toBe('+3');
    expect(formatSigned(-3, 0, 'zh')).toBe('\u22123');
    expect(formatSigned(0, 0, 'zh')).toBe('0');
  });

  it('are short in tiles from 100 000 on', () => {
    expect(formatCompact(99_999, 0, 'en')).toBe('99,999');
    expect(formatCompact(7.2e9, 0, 'en')).toBe('7.2bn');
    expect(formatCompact(7.2e9, 0, 'zh')).toBe('72亿');
    expect(formatTick(1_200_000, 'zh')).toBe('120万');
    expect(formatTick(2500, 'en')).toBe('2,500');
  });

  it('never round a lower bound up', () => {
    expect(formatCompact(199_999, 0, 'en', 'at_least')).toBe('199.9k');
    expect(formatNumber(1.99, 1, 'en', 'at_least')).toBe('1.9');
    expect(formatPercent(84.99, 'en', 'at_least')).toBe('84.9%');
  });

  it('call a percentage too small to print less than the smallest', () => {
    expect(percentInWords(0.01, 'en')).toBe('less than 0.1%');
    expect(percentInWords(-0.01, 'zh')).toBe('不足0.1%');
    expect(percentInWords(0, 'en')).toBe('0%');
  });
});

describe('values', () => {
  it('carry their qualifier: a sign in tables, a word in sentences', () => {
    const figure = { value: 17, qualifier: 'at_least' as const };
    expect(valueShort(figure, 0, 'zh')).toBe('≥17');
    expect(valueInWords(figure, agreements, 'zh')).toBe('不少于17项');
    expect(valueInWords(figure, agreements, 'en')).toBe('at least 17 signings');
    expect(valueInWords({ value: 1, qualifier: 'exact' }, agreements, 'en')).toBe('1 signing');
  });

  it('are "not reported" where there is none', () => {
    const none = { value: null, qualifier: null };
    expect(valueShort(none, 0, 'en')).toBe('not reported');
    expect(valueInWords(none, agreements, 'zh')).toBe('未公布');
    expect(valueTile(none, agreements, 'zh')).toMatchObject({
      text: '未公布',
      missing: true,
      unit: '',
    });
  });

  it('name the whole number where a tile shortens it', () => {
    expect(valueTile({ value: 7.2e9, qualifier: 'at_least' }, agreements, 'en')).toEqual({
      text: '≥7.2bn',
      unit: 'signings',
      exact: 'at least 7,200,000,000 signings',
      missing: false,
    });
  });
});

describe('units', () => {
  it('go with the number', () => {
    expect(unitFor(agreements.units, 1, 'en')).toBe('signing');
    expect(unitFor(agreements.units, 0, 'en')).toBe('signings');
    expect(unitFor({}, 1, 'en')).toBe('');
  });

  it('are known to stand in a name already', () => {
    expect(nameSaysUnit('Meetings held', 'meeting')).toBe(true);
    expect(nameSaysUnit('Licence income', 'million yuan')).toBe(false);
    expect(nameSaysUnit('Anything', '')).toBe(false);
  });
});

describe('dates and years', () => {
  it('are read in the time zone of the centre', () => {
    expect(formatDate('2024-11-11T17:00:00Z', 'en', 'Asia/Shanghai')).toBe('12 November 2024');
    expect(formatDate('2024-11-11T17:00:00Z', 'zh', 'UTC')).toBe('2024年11月11日');
    expect(formatDay('2024-08-06', 'zh')).toBe('2024年8月6日');
    expect(formatDay('2024-08-06', 'en')).toBe('6 August 2024');
  });

  it('are given as they are when they are not dates', () => {
    expect(formatDay('soon', 'en')).toBe('soon');
    expect(formatDate('soon', 'en', 'UTC')).toBe('soon');
  });

  it('are listed with their runs in short', () => {
    expect(yearsInWords([2018, 2019, 2020, 2023], 'en')).toBe('2018–2020 and 2023');
    expect(yearsInWords([2018, 2019, 2020, 2023], 'zh')).toBe('2018—2020年和2023年');
    expect(yearsInWords([2019, 2018], 'en')).toBe('2018 and 2019');
  });
});
