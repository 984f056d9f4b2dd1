import { gapReasons } from '../vocabulary.ts';
import type { Table } from './field.ts';
import {
  member,
  metric,
  metricReference,
  sample,
  source,
  sourceReference,
  unit,
  year,
} from './shared-fields.ts';

/** One row a figure: a metric, a year, the total or a part. Years without a figure have a row with an empty value. */
export const figuresTable = {
  title: { zh: '数据', en: 'Figures' },
  fields: [
    metric,
    {
      name: 'metric',
      type: 'string',
      localised: true,
      title: { zh: '指标名称', en: 'Metric name' },
      meaning: { zh: '指标的名称', en: 'Its name' },
    },
    year,
    member,
    {
      name: 'member',
      type: 'string',
      localised: true,
      title: { zh: '分项名称', en: 'Part name' },
      meaning: { zh: '分项的名称', en: 'Name of the part' },
    },
    {
      name: 'value',
      type: 'number',
      title: { zh: '数值', en: 'Value' },
      meaning: {
        zh: '数值；空白表示未公布，绝不代表零',
        en: 'The figure; empty: not reported, which is never zero',
      },
    },
    {
      name: 'qualifier',
      type: 'string',
      codes: ['exact', 'at_least', 'about'],
      title: { zh: '精确程度', en: 'Qualifier' },
      meaning: {
        zh: 'exact 准确数，at_least 不少于（≥，下限），about 约数',
        en: 'exact; at_least: ≥, a lower bound; about: approximate',
      },
    },
    {
      name: 'status',
      type: 'string',
      codes: ['A', 'P', 'E', 'O'],
      title: { zh: '状态', en: 'Status' },
      meaning: {
        zh: 'SDMX 观测状态：A 正式数，P 初步数，E 估计数，O 注明缺失；空白表示没有数据',
        en: 'SDMX observation status: A reported, P provisional, E estimated, O said to be missing; empty: no figure',
      },
    },
    sample,
    {
      name: 'year_to_date',
      type: 'string',
      codes: ['year_to_date'],
      title: { zh: '年内', en: 'Year to date' },
      meaning: {
        zh: 'year_to_date 表示该年尚未结束，数值截至发布时',
        en: 'year_to_date: the year was not over when this was published',
      },
    },
    {
      name: 'why_missing',
      type: 'string',
      codes: ['no_figure', 'retired', 'not_known'],
      title: { zh: '缺值原因', en: 'Why missing' },
      meaning: {
        zh: 'no_figure 未公布，retired 已停止统计，not_known 未分项部分无法确定',
        en: 'no_figure: not reported; retired: no longer counted; not_known: the rest of a total that cannot be told',
      },
    },
    {
      name: 'basis',
      type: 'string',
      codes: ['reported', 'summed'],
      title: { zh: '依据', en: 'Basis' },
      meaning: {
        zh: 'reported 直接报告，summed 由分项相加；未分项部分为空白',
        en: 'reported as such, or summed from the parts; empty for what is not broken down',
      },
    },
    {
      name: 'change',
      type: 'number',
      title: { zh: '比上年增减', en: 'Change' },
      meaning: {
        zh: '与上年之差，单位同数值',
        en: 'Value less that of the year before, in its unit',
      },
    },
    {
      name: 'change_reason',
      type: 'string',
      codes: gapReasons,
      title: { zh: '无增减数原因', en: 'Why no change' },
      meaning: {
        zh: '不能给出增减数的原因，如 lower_bound（下限数之间不作比较）',
        en: 'Why no change can be said, such as lower_bound',
      },
    },
    unit,
    {
      name: 'note',
      type: 'string',
      localised: true,
      title: { zh: '注释', en: 'Note' },
      meaning: { zh: '对该数据的说明', en: 'What is to be known of the figure' },
    },
    {
      name: 'source',
      type: 'string',
      localised: true,
      title: { zh: '来源', en: 'Sources' },
      meaning: { zh: '来源文件的名称', en: 'Titles of the documents that it rests on' },
    },
    {
      name: 'source_url',
      type: 'string',
      title: { zh: '来源网址', en: 'Addresses of sources' },
      meaning: { zh: '来源文件的网址，以空格分隔', en: 'Their addresses, with spaces between' },
    },
    {
      name: 'release',
      type: 'integer',
      required: true,
      title: { zh: '发布次数', en: 'Release' },
      meaning: { zh: '所据的发布次数', en: 'Number of the release that says so' },
    },
  ],
  key: ['metric', 'year', 'member'],
  references: [
    { fields: ['metric', 'member'], table: 'members', to: ['metric', 'member'] },
    metricReference,
    { fields: ['release'], table: 'releases', to: ['release'] },
  ],
} as const satisfies Table;

/** What each figure rests on: it may be several sources. */
export const figureSourcesTable = {
  title: { zh: '数据与来源对应', en: 'Sources of figures' },
  fields: [metric, year, member, source],
  key: ['metric', 'year', 'member', 'source'],
  references: [
    {
      fields: ['metric', 'year', 'member'],
      table: 'figures',
      to: ['metric', 'year', 'member'],
    },
    sourceReference,
  ],
} as const satisfies Table;
