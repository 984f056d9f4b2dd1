import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../schema/staff/numbers.ts';
import type { Qualifier } from '../../../schema/vocabulary.ts';

const value = (number: number, qualifier: Qualifier = 'exact') => ({
  kind: 'value',
  value: number,
  qualifier,
});

const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

const group = (digits: string, sign: string) => digits.replace(/\B(?=(\d{3})+$)/g, sign);

describe('readNumber', () => {
  it('reads plain numbers, in ASCII and full width', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999 }), (n, d) => {
        const text = `${n}.${d}`;
        const expected = value(Object.is(Number(text), -0) ? 0 : Number(text));
        expect(readNumber(text)).toEqual(expected);
        expect(readNumber(` ${toFullWidth(text)}\u3000`)).toEqual(expected);
      }),
    );
  });

  it('reads thousands parted by a comma, a space or an apostrophe', () => {
    const signs = [',', '，', ' ', '\u00a0', '\u202f', '\u2009', "'", '’'];
    fc.assert(
      fc.property(fc.nat(1e12), fc.constantFrom(...signs), (n, sign) => {
        expect(readNumber(group(String(n), sign))).toEqual(value(n));
      }),
    );
  });

  it('never throws, and what it reads is a finite number', () => {
    const signs = fc.constantFrom(...'0123456789.,-+eE ~≥约万亿千余%\'"=\n\u3000\u00a0１，nax∞');
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 12 }), (text) => {
        const read = readNumber(text);
        expect(read.kind !== 'value' || Number.isFinite(read.value)).toBe(true);
      }),
    );
  });

  it('shifts units without losing a digit', () => {
    fc.assert(
      fc.property(fc.nat(99_999), (n) => {
        expect(readNumber(`${n / 10}亿`)).toEqual(value(n * 1e7));
        expect(readNumber(`${n / 100} 万`)).toEqual(value(n * 100));
      }),
    );
  });

  it.each([
    ['3千', value(3000)],
    ['1.5百万', value(1_500_000)],
    ['2万亿', value(2e12)],
    ['1.2 million', value(1_200_000)],
    ['≥5', value(5, 'at_least')],
    ['>=5', value(5, 'at_least')],
    ['＞＝５', value(5, 'at_least')],
    ['不少于5', value(5, 'at_least')],
    ['至少 5', value(5, 'at_least')],
    ['at least 5', value(5, 'at_least')],
    ['5+', value(5, 'at_least')],
    ['5余', value(5, 'at_least')],
    ['5余万', value(50_000, 'at_least')],
    ['5万多', value(50_000, 'at_least')],
    ['逾1,200', value(1200, 'at_least')],
    ['约20', value(20, 'about')],
    ['~20', value(20, 'about')],
    ['about 20', value(20, 'about')],
    ['20左右', value(20, 'about')],
    ['－１２', value(-12)],
    ['−3', value(-3)],
    ['.5', value(0.5)],
  ])('reads %s', (text, expected) => {
    expect(readNumber(text)).toEqual(expected);
  });

  it.each(['', ' ', '\u3000', '\u00a0\t', '\u200b'])('takes %j for blank', (text) => {
    expect(readNumber(text).kind).toBe('blank');
  });

  it.each(['—', '——', '–', '-', '－', '..', 'n/a', 'N/A', 'Ｎ／Ａ', '未公布', 'Not reported'])(
    'takes %s for missing',
    (text) => {
      expect(readNumber(text).kind).toBe('missing');
    },
  );

  it.each([
    ...['1,23', '1,2345', '0,123', '1.234.567', '1,234 567', '12,34,567', '1234,567', '1 23'],
    ...['5%', '５％', '5-10', '2014/15', '1e5', '0x10', '=1+1', '(5)', '5.', '5家', '¥5', '5*'],
    ...['二十', 'Infinity', 'NaN', '…', '12\n345', '约20余', '万', '≥', '5²', '--5', '5 5'],
    `1${'0'.repeat(400)}`,
  ])('does not guess at %j', (text) => {
    expect(readNumber(text).kind).toBe('unreadable');
  });
});
