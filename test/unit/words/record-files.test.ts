import { describe, expect, it } from 'vitest';
import { countryCodes } from '../../../schema/register/countries.ts';
import { currencyCodes } from '../../../schema/register/currencies.ts';
import {
  organisationKinds,
  partyRoles,
  recordKinds,
  stages,
} from '../../../schema/register/words.ts';
import {
  fieldOfHead,
  recordFieldNames,
  recordFields,
} from '../../../schema/staff/register-fields.ts';
import { sourceKinds } from '../../../schema/vocabulary.ts';
import { countryName } from '../../../web/src/lib/words/register.ts';
import { sourceKindName } from '../../../web/src/lib/words/statuses.ts';
import * as m from '../../../web/src/lib/paraglide/messages.js';
import { readCountry, readCurrency, writeCountry } from '../../../worker/imports/register/codes.ts';
import { readDay, readOneYear } from '../../../worker/imports/register/days.ts';
import {
  kindWords,
  organisationKindWords,
  readYesNo,
  roleWords,
  sourceKindWords,
  stageWords,
  writeYesNo,
} from '../../../worker/imports/register/words.ts';

const locales = ['zh', 'en'] as const;

describe('words of a file of records', () => {
  it.each(locales)('are those of the site (%s), and are read as they are written', (locale) => {
    const all = [
      [kindWords, recordKinds, (kind: string) => m.record_kind({ kind }, { locale })],
      [stageWords, stages, (stage: string) => m.record_stage({ stage }, { locale })],
      [roleWords, partyRoles, (role: string) => m.party_role({ role }, { locale })],
      [
        organisationKindWords,
        organisationKinds,
        (kind: string) => m.organisation_kind({ kind }, { locale }),
      ],
      [sourceKindWords, sourceKinds, (kind: never) => sourceKindName(kind, locale)],
    ] as const;
    for (const [words, values, name] of all) {
      for (const value of values) {
        expect(words.read(name(value as never)), value).toBe(value);
        expect(words.read(words.write(value as never, locale)), value).toBe(value);
      }
    }
    for (const is of [true, false]) expect(readYesNo(writeYesNo(is, locale))).toBe(is);
  });

  it.each(locales)('name every country (%s), and read it back', (locale) => {
    for (const code of countryCodes) {
      expect(readCountry(countryName(code, locale)), code).toBe(code);
      expect(readCountry(writeCountry(code, locale)), code).toBe(code);
      expect(readCountry(code.toLowerCase())).toBe(code);
    }
  });

  it('name the regions of China in Chinese as its public bodies do', () => {
    const names = ['HK', 'MO', 'TW'].map((code) => countryName(code, 'zh'));
    expect(names).toEqual(['中国香港特别行政区', '中国澳门特别行政区', '中国台湾']);
    expect(writeCountry('TW', 'zh')).toBe('中国台湾');
  });

  it.each([
    ['俄罗斯联邦', 'RU'],
    ['阿联酋', 'AE'],
    ['South Africa', 'ZA'],
    ['中国香港', 'HK'],
    ['中国台湾', 'TW'],
    ['台湾', 'TW'],
    ['Taiwan', 'TW'],
    ['Atlantis', undefined],
    ['', undefined],
    ['刚果', undefined],
  ])('%s is the country %s', (text, code) => expect(readCountry(text)).toBe(code));

  it.each([
    ['人民币', 'CNY'],
    ['元', 'CNY'],
    ['US Dollar', 'USD'],
    ['usd', 'USD'],
    ['shells', undefined],
  ])('%s is the currency %s', (text, code) => expect(readCurrency(text)).toBe(code));

  it('know every currency by its code', () => {
    for (const code of currencyCodes) expect(readCurrency(code)).toBe(code);
  });

  it('head columns in either language, each its own', () => {
    for (const field of recordFieldNames) {
      const { zh, en, also } = recordFields[field];
      for (const head of [field, zh, en, en.toUpperCase(), ...also]) {
        expect(fieldOfHead(head), head).toBe(field);
      }
    }
    expect(fieldOfHead('题名 (中文)')).toBe('title_zh');
    expect(fieldOfHead('序号')).toBeUndefined();
  });
});

describe('a day', () => {
  it.each([
    ['2024-08-06', '2024-08-06'],
    ['2024/8/6', '2024-08-06'],
    ['2024.8.6', '2024-08-06'],
    ['２０２４年８月６日', '2024-08-06'],
    ['20240806', '2024-08-06'],
    ['6 August 2024', '2024-08-06'],
    ['Aug 6, 2024', '2024-08-06'],
    ['2024-08-06 00:00:00', '2024-08-06'],
    ['2024-02-30', null],
    ['2024-13-01', null],
    ['6/8/2024', null],
    ['2024年8月', null],
    ['6 Foo 2024', null],
    ['45510', null],
    ['', null],
  ])('%s is %s', (text, day) => expect(readDay(text)).toBe(day));

  it('is no year', () => {
    expect([readOneYear('2024年'), readOneYear('2014/15'), readOneYear('24')]).toEqual([
      ...[2024, null, null],
    ]);
  });
});
