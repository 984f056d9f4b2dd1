import type { Field } from './field.ts';

/* Columns that several tables have. */

export const metric: Field = {
  name: 'metric',
  type: 'string',
  required: true,
  title: { zh: '指标代码', en: 'Metric' },
  meaning: { zh: '指标的代码，各语言相同', en: 'Id of the metric, the same in every language' },
};
export const year: Field = {
  name: 'year',
  type: 'integer',
  required: true,
  title: { zh: '年份', en: 'Year' },
  meaning: { zh: '公历年份', en: 'Calendar year' },
};
export const member: Field = {
  name: 'member',
  type: 'string',
  required: true,
  title: { zh: '分项代码', en: 'Part' },
  meaning: {
    zh: '分项的代码；total 为合计，not-broken-down 为合计中未分项的部分',
    en: 'Id of the part; total is the total, not-broken-down what no part accounts for',
  },
};
export const unit: Field = {
  name: 'unit',
  type: 'string',
  localised: true,
  title: { zh: '单位', en: 'Unit' },
  meaning: { zh: '数值的计量单位', en: 'What the value counts' },
};
export const sample: Field = {
  name: 'sample',
  type: 'string',
  codes: ['sample'],
  title: { zh: '示例', en: 'Sample' },
  meaning: {
    zh: 'sample 表示示例数据，并非实际公布数；空白表示不是示例',
    en: 'sample: an invented figure that nobody reported; empty: not one',
  },
};
export const lastYear: Field = {
  name: 'last_year',
  type: 'integer',
  title: { zh: '末年', en: 'Last year' },
  meaning: {
    zh: '停止统计的，为最后一个统计年份；空白表示仍在统计',
    en: 'Last year that it was counted in; empty: still counted',
  },
};
export const metricReference = { fields: ['metric'], table: 'metrics', to: ['metric'] } as const;
export const sourceReference = { fields: ['source'], table: 'sources', to: ['source'] } as const;

export const name = (zh: string, en: string): Field => ({
  name: 'name',
  type: 'string',
  localised: true,
  title: { zh: '名称', en: 'Name' },
  meaning: { zh, en },
});

export const source: Field = {
  name: 'source',
  type: 'string',
  required: true,
  title: { zh: '来源代码', en: 'Source' },
  meaning: { zh: '来源的代码', en: 'Id of the source' },
};
