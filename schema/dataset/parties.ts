import { organisationKinds, partyRoles } from '../register/words.ts';
import type { Field, Table } from './field.ts';
import { kind, record } from './records.ts';
import { metric, metricReference, name, sample } from './shared-fields.ts';

const role: Field = {
  name: 'role',
  type: 'string',
  codes: partyRoles,
  title: { zh: '角色', en: 'Role' },
  meaning: {
    zh: 'host 主办，organiser 承办，official 出席领导，speaker 主旨报告，panellist 对话嘉宾，counterparty 签约方',
    en: 'host, organiser, official, speaker, panellist, or counterparty: who signs',
  },
};

/** The bodies that take part in records. */
export const organisationsTable = {
  title: { zh: '参与单位', en: 'Organisations' },
  fields: [
    {
      name: 'organisation',
      type: 'string',
      required: true,
      title: { zh: '单位代码', en: 'Organisation' },
      meaning: { zh: '单位的代码', en: 'Id of the organisation' },
    },
    name('单位的名称', 'Name of the organisation'),
    {
      name: 'kind',
      type: 'string',
      required: true,
      codes: organisationKinds,
      title: { zh: '类别', en: 'Kind' },
      meaning: {
        zh: 'government 政府机构，university 高等院校，research 科研院所，hospital 医院，company 企业，association 社会团体，foundation 基金会，intermediary 技术转移机构，other 其他',
        en: 'government, university, research, hospital, company, association, foundation, intermediary or other',
      },
    },
    {
      name: 'country',
      type: 'string',
      title: { zh: '国家和地区', en: 'Country or region' },
      meaning: {
        zh: '国家或地区代码（ISO 3166-1）；空白表示不详',
        en: 'ISO 3166-1 alpha-2; empty: not known',
      },
    },
    {
      name: 'website',
      type: 'string',
      title: { zh: '网站', en: 'Website' },
      meaning: { zh: '单位的网站', en: 'Its website' },
    },
    {
      name: 'inferred',
      type: 'string',
      title: { zh: '推断事项', en: 'Inferred' },
      meaning: {
        zh: '来源未载明、由其他情况推断的内容：country 国家，kind 类别，name 名称；以空格分隔',
        en: 'What no source states and was concluded: country, kind, name; with spaces between',
      },
    },
    sample,
  ],
  key: ['organisation'],
  references: [],
} as const satisfies Table;

/** One row a party of a record. */
export const partiesTable = {
  title: { zh: '参与方', en: 'Parties' },
  fields: [
    record,
    {
      name: 'n',
      type: 'integer',
      required: true,
      title: { zh: '序号', en: 'Number' },
      meaning: { zh: '在条目中的次序，从1起', en: 'Its place in the record, from 1' },
    },
    { ...role, required: true },
    {
      name: 'organisation',
      type: 'string',
      title: { zh: '单位代码', en: 'Organisation' },
      meaning: {
        zh: '单位的代码；空白表示未载明所属单位的个人',
        en: 'Id of the organisation; empty: a person for none that is named',
      },
    },
    {
      name: 'person',
      type: 'string',
      localised: true,
      title: { zh: '人员', en: 'Person' },
      meaning: { zh: '人员的姓名', en: 'Name of the person' },
    },
    {
      name: 'position',
      type: 'string',
      localised: true,
      title: { zh: '职务', en: 'Position' },
      meaning: { zh: '人员的职务', en: 'What the person is there' },
    },
  ],
  key: ['record', 'n'],
  references: [
    { fields: ['record'], table: 'records', to: ['record'] },
    { fields: ['organisation'], table: 'organisations', to: ['organisation'] },
  ],
} as const satisfies Table;

/** How figures and records belong together: what a metric counts. A metric without a row counts no records. */
export const countsTable = {
  title: { zh: '指标与条目对应', en: 'How metrics count records' },
  fields: [
    metric,
    kind,
    {
      ...role,
      meaning: {
        zh: '按该角色的参与方计数；空白表示按条目计数',
        en: 'Each party of this role counts; empty: each record does',
      },
    },
    {
      name: 'landed',
      type: 'boolean',
      required: true,
      title: { zh: '按落地年份', en: 'By landing' },
      meaning: {
        zh: '是否计入落地年份，而非签约年份',
        en: 'Whether a project counts in the year that it landed',
      },
    },
  ],
  key: ['metric'],
  references: [metricReference],
} as const satisfies Table;
