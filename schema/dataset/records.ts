import { recordKinds, stages } from '../register/words.ts';
import type { Field, Table } from './field.ts';
import { sample, source, sourceReference } from './shared-fields.ts';

export const record: Field = {
  name: 'record',
  type: 'string',
  required: true,
  title: { zh: '条目代码', en: 'Record' },
  meaning: { zh: '台账条目的代码', en: 'Id of the entry of the register' },
};
export const kind: Field = {
  name: 'kind',
  type: 'string',
  required: true,
  codes: recordKinds,
  title: { zh: '类别', en: 'Kind' },
  meaning: {
    zh: 'meeting 会议，agreement 签约，project 项目，programme 人才项目',
    en: 'meeting, agreement, project or programme',
  },
};
/** One row a record: a meeting, an agreement, a project, a programme. */
export const recordsTable = {
  title: { zh: '台账条目', en: 'Records' },
  fields: [
    record,
    kind,
    {
      name: 'year',
      type: 'integer',
      required: true,
      title: { zh: '年份', en: 'Year' },
      meaning: {
        zh: '所属年份；项目为签约年份',
        en: 'Its year; of a project, that of the signing',
      },
    },
    {
      name: 'date',
      type: 'date',
      title: { zh: '日期', en: 'Day' },
      meaning: { zh: '日期；空白表示只知道年份', en: 'Its day; empty: only the year is known' },
    },
    {
      name: 'title',
      type: 'string',
      localised: true,
      title: { zh: '名称', en: 'Title' },
      meaning: { zh: '会议、协议、项目的名称', en: 'What it is called' },
    },
    {
      name: 'place',
      type: 'string',
      localised: true,
      title: { zh: '地点', en: 'Place' },
      meaning: { zh: '举行的地点', en: 'Where it took place' },
    },
    {
      name: 'breakdown',
      type: 'string',
      title: { zh: '分组代码', en: 'Breakdown' },
      meaning: {
        zh: '所属分项的分组，见 metrics.csv',
        en: 'Id of the breakdown that its part belongs to, as in metrics.csv',
      },
    },
    {
      name: 'member',
      type: 'string',
      title: { zh: '分项代码', en: 'Part' },
      meaning: {
        zh: '所属分项，见 members.csv；空白表示不属于任何分项',
        en: 'Id of its part, as in members.csv; empty: of none',
      },
    },
    {
      name: 'part_of',
      type: 'string',
      title: { zh: '所属条目', en: 'Part of' },
      meaning: { zh: '在其中进行的条目的代码', en: 'Id of the record that it took place in' },
    },
    {
      name: 'counted',
      type: 'boolean',
      required: true,
      title: { zh: '是否计入', en: 'Counted' },
      meaning: {
        zh: '指标是否计入；不计入的，注释说明原因',
        en: 'Whether metrics count it; else the note says why',
      },
    },
    {
      name: 'stage',
      type: 'string',
      codes: stages,
      title: { zh: '进展', en: 'Stage' },
      meaning: {
        zh: '项目的进展：signed 已签约，landed 已落地，ended 已结束',
        en: 'Of a project: signed, landed or ended',
      },
    },
    {
      name: 'landed_year',
      type: 'integer',
      title: { zh: '落地年份', en: 'Year it landed' },
      meaning: { zh: '项目落地的年份', en: 'Of a project' },
    },
    {
      name: 'value',
      type: 'number',
      title: { zh: '金额', en: 'Value' },
      meaning: {
        zh: '来源载明的金额；空白表示未载明',
        en: 'Money that the source states; empty: none is stated',
      },
    },
    {
      name: 'currency',
      type: 'string',
      title: { zh: '币种', en: 'Currency' },
      meaning: { zh: '金额的币种（ISO 4217）', en: 'Of the value, ISO 4217' },
    },
    {
      name: 'open_ended',
      type: 'boolean',
      required: true,
      title: { zh: '列名不全', en: 'Open-ended' },
      meaning: {
        zh: '来源列名后有“等”字，所列并非全部',
        en: 'Whether the source names some parties “and others”',
      },
    },
    {
      name: 'note',
      type: 'string',
      localised: true,
      title: { zh: '注释', en: 'Note' },
      meaning: { zh: '对该条目的说明', en: 'What is to be known of the record' },
    },
    sample,
    source,
  ],
  key: ['record'],
  references: [{ fields: ['part_of'], table: 'records', to: ['record'] }, sourceReference],
} as const satisfies Table;
