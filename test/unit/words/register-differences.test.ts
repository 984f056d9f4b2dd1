import { describe, expect, it } from 'vitest';
import type {
  OrganisationContent,
  PartyContent,
  RecordContent,
} from '../../../schema/staff/register.ts';
import { listRegisterDifferences } from '../../../web/src/lib/words/register-differences.ts';
import { registerNames } from '../../../web/src/lib/words/register-names.ts';

const names = registerNames({
  organisations: [
    { id: 'natt', names: { zh: '俄罗斯技术转移协会', en: 'NATT' } },
    { id: 'kust', names: { zh: '昆明理工大学', en: 'KUST' } },
  ],
  sources: [{ id: 'news', titles: { zh: '新闻', en: 'News' } }],
  breakdowns: [
    {
      id: 'domain',
      names: { en: 'Domain' },
      members: [{ id: 'biomedicine', names: { zh: '生物医药', en: 'Biomedicine' } }],
    },
  ],
});

const party = (over: Partial<PartyContent>): PartyContent => ({
  role: 'counterparty',
  organisation: null,
  person: null,
  position: null,
  ...over,
});
const natt = party({ organisation: 'natt' });
const kust = party({ organisation: 'kust' });

const agreement: RecordContent = {
  kind: 'agreement',
  year: 2024,
  date: '2024-08-06',
  titles: { zh: '签约', en: 'Signing' },
  places: null,
  breakdown: null,
  member: null,
  partOf: null,
  counted: true,
  stage: null,
  landedYear: null,
  value: null,
  currency: null,
  openEnded: false,
  parties: [natt, kust],
  note: null,
  source: 'news',
};

const told = (before: RecordContent | null, after: RecordContent | null, locale: 'zh' | 'en') =>
  listRegisterDifferences(before, after, names, locale).map(
    ({ label, before, after }) => `${label} | ${before} | ${after}`,
  );

describe('what differs between two states of a record', () => {
  it('says each field in words, in both languages', () => {
    const after: RecordContent = {
      ...agreement,
      ...{ date: null, titles: { zh: '签约', en: 'Signings' }, counted: false },
      ...{ breakdown: 'domain', member: 'biomedicine', value: 1_200_000.5, currency: 'CNY' },
    };
    expect(told(agreement, after, 'en')).toEqual([
      'Title (English) | Signing | Signings',
      'Day | 6 August 2024 | null',
      'Counted in figures | yes | no',
      'Domain, field or kind | null | Biomedicine',
      'Value | null | 1,200,000.50 CNY',
    ]);
    expect(told(agreement, after, 'zh')).toEqual([
      '题名（英语） | Signing | Signings',
      '日期 | 2024年8月6日 | null',
      '计入数据 | 是 | 否',
      '领域或类型 | null | 生物医药',
      '金额 | null | 1,200,000.50 CNY',
    ]);
  });

  it('tells who went, who came and of whom something else is said, wherever they stand', () => {
    const speaker = party({ role: 'speaker', person: { zh: '王某', en: 'Wang' } });
    const before = { ...agreement, parties: [natt, kust, speaker] };
    const after = {
      ...agreement,
      parties: [
        party({ role: 'host', organisation: 'kust' }),
        { ...speaker, position: { en: 'Dean' } },
        party({ organisation: 'unheard-of' }),
      ],
    };
    expect(told(before, after, 'en')).toEqual([
      'Party | Counterparty: NATT | null',
      'Party | Counterparty: KUST | Host: KUST',
      'Party | Keynote speaker: Wang | Keynote speaker: Wang, Dean',
      'Party | null | Counterparty: unheard-of',
    ]);
  });

  it('tells an order of parties that is all that changed', () => {
    const turned = { ...agreement, parties: [kust, natt] };
    expect(told(agreement, turned, 'en')).toEqual([
      'Order of the parties | Counterparty: NATT; Counterparty: KUST | Counterparty: KUST; Counterparty: NATT',
    ]);
    expect(told(agreement, structuredClone(agreement), 'en')).toEqual([]);
  });

  it('tells all that a withdrawn one said', () => {
    expect(told(agreement, null, 'zh')).toEqual([
      '类别 | 签约 | null',
      '题名（中文） | 签约 | null',
      '题名（英语） | Signing | null',
      '年份 | 2024年 | null',
      '日期 | 2024年8月6日 | null',
      '计入数据 | 是 | null',
      '来源 | 新闻 | null',
      '参与单位或人员 | 签约方：俄罗斯技术转移协会 | null',
      '参与单位或人员 | 签约方：昆明理工大学 | null',
    ]);
  });
});

it('an organisation whose country was inferred and then found', () => {
  const before: OrganisationContent = {
    ...{ kind: 'university', names: { zh: '某大学' }, country: 'RU', website: null },
    inferred: ['country', 'name'],
  };
  const after = { ...before, country: 'BY', inferred: ['name'] as OrganisationContent['inferred'] };
  expect(listRegisterDifferences(before, after, names, 'zh')).toEqual([
    { path: 'country', label: '国家和地区', before: '俄罗斯', after: '白俄罗斯' },
    { path: 'inferred', label: '推断事项（来源未载明）', before: '国家、名称', after: '名称' },
  ]);
});
