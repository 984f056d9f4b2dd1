import { directions } from '../vocabulary.ts';
import type { Table } from './field.ts';
import {
  lastYear,
  member,
  metric,
  metricReference,
  name,
  sample,
  source,
  sourceReference,
  unit,
  year,
} from './shared-fields.ts';

/** What is counted, and how. */
export const metricsTable = {
  title: { zh: '指标', en: 'Metrics' },
  fields: [
    metric,
    name('指标的名称', 'Name of the metric'),
    {
      name: 'definition',
      type: 'string',
      localised: true,
      title: { zh: '指标解释', en: 'Definition' },
      meaning: { zh: '统计口径', en: 'What is counted, and how' },
    },
    unit,
    {
      name: 'group',
      type: 'string',
      required: true,
      title: { zh: '类别代码', en: 'Group' },
      meaning: { zh: '所属类别的代码', en: 'Id of the group of metrics' },
    },
    {
      name: 'group',
      type: 'string',
      localised: true,
      title: { zh: '类别', en: 'Group name' },
      meaning: { zh: '所属类别的名称', en: 'Name of the group' },
    },
    {
      name: 'direction',
      type: 'string',
      required: true,
      codes: directions,
      title: { zh: '方向', en: 'Direction' },
      meaning: {
        zh: 'up 越高越好，down 越低越好，none 仅作描述',
        en: 'up: higher is better; down: lower is; none: neither',
      },
    },
    {
      name: 'decimals',
      type: 'integer',
      required: true,
      title: { zh: '小数位', en: 'Decimals' },
      meaning: { zh: '小数位数', en: 'Decimal places' },
    },
    {
      name: 'additive',
      type: 'boolean',
      required: true,
      title: { zh: '可否相加', en: 'Additive' },
      meaning: { zh: '分项之和是否为合计', en: 'Whether the parts add up to the total' },
    },
    {
      name: 'breakdown',
      type: 'string',
      title: { zh: '分组代码', en: 'Breakdown' },
      meaning: { zh: '分组的代码；空白表示不分项', en: 'Id of the breakdown; empty: none' },
    },
    {
      name: 'breakdown',
      type: 'string',
      localised: true,
      title: { zh: '分组', en: 'Breakdown name' },
      meaning: { zh: '分组的名称', en: 'Name of the breakdown' },
    },
    lastYear,
  ],
  key: ['metric'],
  references: [],
} as const satisfies Table;

/** The parts of each metric. */
export const membersTable = {
  title: { zh: '分项', en: 'Parts' },
  fields: [metric, member, name('分项的名称', 'Name of the part'), lastYear],
  key: ['metric', 'member'],
  references: [metricReference],
} as const satisfies Table;

/** The years from which a metric is counted in another way. */
export const breaksTable = {
  title: { zh: '口径调整', en: 'Series breaks' },
  fields: [
    metric,
    year,
    {
      name: 'reason',
      type: 'string',
      localised: true,
      title: { zh: '原因', en: 'Reason' },
      meaning: {
        zh: '自该年起口径改变的原因；前后不可比',
        en: 'Why it is counted in another way from this year on; years across it do not compare',
      },
    },
  ],
  key: ['metric', 'year'],
  references: [metricReference],
} as const satisfies Table;

/** What was to be reached. */
export const targetsTable = {
  title: { zh: '目标', en: 'Targets' },
  fields: [
    metric,
    year,
    {
      name: 'value',
      type: 'number',
      required: true,
      title: { zh: '目标值', en: 'Target' },
      meaning: { zh: '该年的目标值', en: 'What was to be reached in the year' },
    },
    sample,
    source,
  ],
  key: ['metric', 'year'],
  references: [metricReference, sourceReference],
} as const satisfies Table;
