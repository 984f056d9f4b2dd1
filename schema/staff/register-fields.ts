import { nameKey } from '../register/name-key.ts';

/** The columns of a file of records, one row a party: what they are called in both languages. */

/** Each column as files of ours head it, by language, and other heads that are known. */
export const recordFields = {
  id: { zh: '编号', en: 'Id', also: ['record', 'record id', '标识', '台账编号', '条目编号'] },
  kind: { zh: '类别', en: 'Kind', also: ['record kind', '条目类别'] },
  year: { zh: '年份', en: 'Year', also: ['年度', '年'] },
  date: { zh: '日期', en: 'Date', also: ['day', '时间', '签约日期', '会议日期'] },
  title_zh: {
    zh: '题名（中文）',
    en: 'Title (Chinese)',
    also: ['题名', '名称', '标题', '项目名称'],
  },
  title_en: { zh: '题名（英文）', en: 'Title (English)', also: ['title', '英文题名', '英文名称'] },
  place_zh: { zh: '地点（中文）', en: 'Place (Chinese)', also: ['地点'] },
  place_en: { zh: '地点（英文）', en: 'Place (English)', also: ['place', '英文地点'] },
  breakdown: { zh: '分类', en: 'Breakdown', also: ['分类方式'] },
  member: { zh: '分项', en: 'Member', also: ['领域', 'domain', 'field', '类型'] },
  part_of: { zh: '所属活动', en: 'Part of', also: ['所属条目'] },
  counted: { zh: '是否计数', en: 'Counted', also: ['计数'] },
  stage: { zh: '进展', en: 'Stage', also: ['项目进展'] },
  landed_year: { zh: '落地年份', en: 'Year landed', also: ['landed year'] },
  value: { zh: '金额', en: 'Amount', also: ['value'] },
  currency: { zh: '币种', en: 'Currency', also: ['货币'] },
  open_ended: { zh: '以“等”字收尾', en: 'And others', also: ['open ended'] },
  role: { zh: '角色', en: 'Role', also: ['参与方式'] },
  organisation: {
    zh: '单位',
    en: 'Organisation',
    also: ['organization', 'organisation id', '参与单位', '单位名称', '单位编号'],
  },
  organisation_zh: { zh: '单位名称（中文）', en: 'Organisation (Chinese)', also: ['单位中文名称'] },
  organisation_en: { zh: '单位名称（英文）', en: 'Organisation (English)', also: ['单位英文名称'] },
  organisation_kind: { zh: '单位类别', en: 'Kind of organisation', also: ['organisation type'] },
  country: {
    zh: '国家和地区',
    en: 'Country or region',
    also: ['国家', '国别', '国家或地区', '国家/地区', 'country'],
  },
  website: { zh: '单位网站', en: 'Website', also: ['网站', '单位网址'] },
  inferred: { zh: '推断内容', en: 'Inferred', also: ['推断'] },
  person_zh: { zh: '人员（中文）', en: 'Person (Chinese)', also: ['人员', '姓名'] },
  person_en: { zh: '人员（英文）', en: 'Person (English)', also: ['person', '英文姓名'] },
  position_zh: { zh: '职务（中文）', en: 'Position (Chinese)', also: ['职务'] },
  position_en: { zh: '职务（英文）', en: 'Position (English)', also: ['position', '英文职务'] },
  note_zh: { zh: '说明（中文）', en: 'Note (Chinese)', also: ['说明', '备注'] },
  note_en: { zh: '说明（英文）', en: 'Note (English)', also: ['note', 'notes', 'remarks'] },
  source: { zh: '来源', en: 'Source', also: ['source id', '来源编号', '资料来源'] },
  source_kind: { zh: '来源类别', en: 'Kind of source', also: [] },
  source_title_zh: { zh: '来源题名（中文）', en: 'Source title (Chinese)', also: ['source zh'] },
  source_title_en: { zh: '来源题名（英文）', en: 'Source title (English)', also: ['source en'] },
  publisher_zh: { zh: '发布单位（中文）', en: 'Publisher (Chinese)', also: ['发布单位'] },
  publisher_en: { zh: '发布单位（英文）', en: 'Publisher (English)', also: ['publisher'] },
  source_date: { zh: '来源日期', en: 'Source date', also: ['published on', '发布日期'] },
  source_url: { zh: '来源网址', en: 'Source address', also: ['source url', '网址'] },
  sample: { zh: '示例', en: 'Sample', also: [] },
} as const satisfies Record<string, { zh: string; en: string; also: readonly string[] }>;

export type RecordField = keyof typeof recordFields;
export const recordFieldNames = Object.keys(recordFields) as RecordField[];

/** The columns that files of ours have: sample data is in none of them. */
export const writtenFields = recordFieldNames.filter((field) => field !== 'sample');

/** Heads without what people write differently: the brackets of 题名（中文） are left out, too. */
const known = new Map<string, RecordField>(
  recordFieldNames.flatMap((field) => {
    const { zh, en, also } = recordFields[field];
    return [field, zh, en, ...also].map((head) => [nameKey(head), field] as const);
  }),
);

/** The field that a column is by its head; undefined: it is not known. */
export const fieldOfHead = (head: string): RecordField | undefined => known.get(nameKey(head));
