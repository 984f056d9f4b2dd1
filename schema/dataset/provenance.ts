import { changeReasons, sourceKinds } from '../vocabulary.ts';
import type { Table } from './field.ts';
import { source } from './shared-fields.ts';

/** The documents that figures, targets and records rest on. */
export const sourcesTable = {
  title: { zh: '来源', en: 'Sources' },
  fields: [
    source,
    {
      name: 'kind',
      type: 'string',
      required: true,
      codes: sourceKinds,
      title: { zh: '类型', en: 'Kind' },
      meaning: {
        zh: 'official 官方文件，press 新闻报道，mirror 转载件（未见原件），register 本中心登记簿，sample 示例数据（并无来源）',
        en: 'official document, press report, mirror (copy, original not found), the centre’s register, sample (no source)',
      },
    },
    {
      name: 'title',
      type: 'string',
      localised: true,
      title: { zh: '标题', en: 'Title' },
      meaning: { zh: '文件标题', en: 'Title of the document' },
    },
    {
      name: 'publisher',
      type: 'string',
      localised: true,
      title: { zh: '发布单位', en: 'Publisher' },
      meaning: { zh: '发布文件的单位', en: 'Who published the document' },
    },
    {
      name: 'published_on',
      type: 'date',
      title: { zh: '发布日期', en: 'Published on' },
      meaning: { zh: '文件的发布日期', en: 'When it was published, where known' },
    },
    {
      name: 'url',
      type: 'string',
      title: { zh: '网址', en: 'Address' },
      meaning: { zh: '文件的网址', en: 'Where it can be read' },
    },
  ],
  key: ['source'],
  references: [],
} as const satisfies Table;

/** The releases up to the one that is read. */
export const releasesTable = {
  title: { zh: '历次发布', en: 'Releases' },
  fields: [
    {
      name: 'release',
      type: 'integer',
      required: true,
      title: { zh: '发布次数', en: 'Release' },
      meaning: { zh: '第几次发布', en: 'Number of the release' },
    },
    {
      name: 'published_at',
      type: 'datetime',
      required: true,
      title: { zh: '发布时间', en: 'Published at' },
      meaning: { zh: '发布时间（协调世界时）', en: 'Time of publication, UTC' },
    },
    {
      name: 'reason',
      type: 'string',
      required: true,
      codes: changeReasons,
      title: { zh: '原因', en: 'Reason' },
      meaning: {
        zh: 'first_publication 首次公布，correction 更正，late_data 补充数据，definition_change 口径调整，sample 示例数据',
        en: 'first publication, correction, late data, change of definition, or sample data',
      },
    },
    {
      name: 'note',
      type: 'string',
      localised: true,
      title: { zh: '说明', en: 'Note' },
      meaning: { zh: '发布时的说明', en: 'What was said of it' },
    },
    {
      name: 'one_person',
      type: 'boolean',
      required: true,
      title: { zh: '一人完成', en: 'One person' },
      meaning: {
        zh: '发布者是否也录入了其中的数据',
        en: 'Whether who published it had also entered figures of it',
      },
    },
  ],
  key: ['release'],
  references: [],
} as const satisfies Table;
