import { nameKey } from '../../../schema/register/name-key.ts';
import {
  inferable,
  organisationKinds,
  partyRoles,
  recordKinds,
  stages,
} from '../../../schema/register/words.ts';
import { sourceKinds } from '../../../schema/vocabulary.ts';

export type FileLanguage = 'zh' | 'en';

/** What a value is called in a file: as we write it in each language, and otherwise read. */
type Words = { zh: string; en: string; also?: readonly string[] };

const vocabulary = <T extends string>(values: readonly T[], words: Record<T, Words>) => {
  const read = new Map<string, T>();
  for (const value of values) {
    const { zh, en, also = [] } = words[value];
    for (const text of [value, zh, en, ...also]) read.set(nameKey(text), value);
  }
  return {
    /** The value that a text of either language stands for; undefined: none. */
    read: (text: string): T | undefined => read.get(nameKey(text)),
    write: (value: T, language: FileLanguage): string => words[value][language],
  };
};

export const kindWords = vocabulary(recordKinds, {
  meeting: { zh: '会议', en: 'Meeting', also: ['活动', 'meetings'] },
  agreement: { zh: '签约', en: 'Agreement', also: ['协议', '签约项', 'agreements', 'signing'] },
  project: { zh: '项目', en: 'Project', also: ['合作项目', 'projects'] },
  programme: { zh: '人才项目', en: 'Programme', also: ['人才计划', 'program', 'programmes'] },
});

export const stageWords = vocabulary(stages, {
  signed: { zh: '已签约', en: 'Signed', also: ['签约'] },
  landed: { zh: '已落地', en: 'Landed', also: ['落地'] },
  ended: { zh: '已结束', en: 'Ended', also: ['结束', '完成'] },
});

export const roleWords = vocabulary(partyRoles, {
  host: { zh: '主办', en: 'Host', also: ['主办方', '主办单位', 'hosts'] },
  organiser: {
    zh: '承办',
    en: 'Organiser',
    also: ['承办方', '承办单位', 'organizer', 'organisers'],
  },
  official: { zh: '出席领导', en: 'Official', also: ['领导', 'officials'] },
  speaker: { zh: '主旨报告', en: 'Keynote speaker', also: ['报告人', 'keynote speakers'] },
  panellist: { zh: '对话嘉宾', en: 'Panellist', also: ['嘉宾', 'panelist', 'panellists'] },
  counterparty: { zh: '签约方', en: 'Counterparty', also: ['签约单位', 'counterparties'] },
});

export const organisationKindWords = vocabulary(organisationKinds, {
  government: { zh: '政府机构', en: 'Public body', also: ['政府', '机关'] },
  university: { zh: '高等院校', en: 'University', also: ['高校', '大学'] },
  research: { zh: '科研院所', en: 'Research institute', also: ['研究机构', '科研机构'] },
  hospital: { zh: '医院', en: 'Hospital' },
  company: { zh: '企业', en: 'Company', also: ['公司'] },
  association: { zh: '社会团体', en: 'Association', also: ['协会', '学会'] },
  foundation: { zh: '基金会', en: 'Foundation' },
  intermediary: { zh: '技术转移机构', en: 'Technology transfer body', also: ['中介机构'] },
  other: { zh: '其他', en: 'Other' },
});

export const inferredWords = vocabulary(inferable, {
  country: { zh: '国家', en: 'Country' },
  kind: { zh: '类别', en: 'Kind' },
  name: { zh: '名称', en: 'Name' },
});

export const sourceKindWords = vocabulary(sourceKinds, {
  official: { zh: '官方文件', en: 'Official document', also: ['官方'] },
  press: { zh: '新闻报道', en: 'Press', also: ['报道', '新闻', 'press report'] },
  mirror: { zh: '转载件，未见原件', en: 'Copy, original not found', also: ['转载件', '转载'] },
  register: {
    zh: '本中心登记簿',
    en: 'The centre’s register',
    also: ['登记簿', 'own register'],
  },
  sample: { zh: '示例数据，并无来源', en: 'sample data, no source', also: ['示例'] },
});

/** Yes and no; the column of a list of ours says yes by its own name. */
const answers = vocabulary(['yes', 'no'], {
  yes: {
    zh: '是',
    en: 'Yes',
    also: ['true', '1', 'y', 'counted', 'open_ended', '计数', '等'],
  },
  no: { zh: '否', en: 'No', also: ['false', '0', 'n', '不计数'] },
});
export function readYesNo(text: string): boolean | undefined {
  const read = text.trim() === '√' ? 'yes' : answers.read(text);
  return read && read === 'yes';
}
export const writeYesNo = (is: boolean, language: FileLanguage): string =>
  answers.write(is ? 'yes' : 'no', language);
