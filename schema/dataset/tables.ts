import { changeReasons, directions, gapReasons, sourceKinds } from '../vocabulary.ts';
import type { Words } from './languages.ts';

/** A column of a table of the data package; types are those of Frictionless Table Schema. */
export interface Field {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';
  title: Words;
  meaning: Words;
  /** A column for each language of the record: `note_zh`, `note_en`. */
  localised?: true;
  required?: true;
  /** The codes it takes. */
  codes?: readonly string[];
}

/** A table of the data package. Keys name its columns; a reference names columns of another table. */
export interface Table {
  title: Words;
  fields: readonly Field[];
  key: readonly string[];
  references: readonly { fields: readonly string[]; table: string; to: readonly string[] }[];
}

const metric: Field = {
  name: 'metric',
  type: 'string',
  required: true,
  title: { zh: '指标代码', en: 'Metric' },
  meaning: { zh: '指标的代码，各语言相同', en: 'Id of the metric, the same in every language' },
};
const year: Field = {
  name: 'year',
  type: 'integer',
  required: true,
  title: { zh: '年份', en: 'Year' },
  meaning: { zh: '公历年份', en: 'Calendar year' },
};
const member: Field = {
  name: 'member',
  type: 'string',
  required: true,
  title: { zh: '分项代码', en: 'Part' },
  meaning: {
    zh: '分项的代码；total 为合计，not-broken-down 为合计中未分项的部分',
    en: 'Id of the part; total is the total, not-broken-down what no part accounts for',
  },
};
const unit: Field = {
  name: 'unit',
  type: 'string',
  localised: true,
  title: { zh: '单位', en: 'Unit' },
  meaning: { zh: '数值的计量单位', en: 'What the value counts' },
};
const sample: Field = {
  name: 'sample',
  type: 'string',
  codes: ['sample'],
  title: { zh: '示例', en: 'Sample' },
  meaning: {
    zh: 'sample 表示示例数据，并非实际公布数；空白表示不是示例',
    en: 'sample: an invented figure that nobody reported; empty: not one',
  },
};
const lastYear: Field = {
  name: 'last_year',
  type: 'integer',
  title: { zh: '末年', en: 'Last year' },
  meaning: {
    zh: '停止统计的，为最后一个统计年份；空白表示仍在统计',
    en: 'Last year that it was counted in; empty: still counted',
  },
};
const metricReference = { fields: ['metric'], table: 'metrics', to: ['metric'] } as const;
const sourceReference = { fields: ['source'], table: 'sources', to: ['source'] } as const;

const name = (zh: string, en: string): Field => ({
  name: 'name',
  type: 'string',
  localised: true,
  title: { zh: '名称', en: 'Name' },
  meaning: { zh, en },
});

const source: Field = {
  name: 'source',
  type: 'string',
  required: true,
  title: { zh: '来源代码', en: 'Source' },
  meaning: { zh: '来源的代码', en: 'Id of the source' },
};

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

/** The tables of the data package, by the names of their files. */
export const tables = {
  figures: figuresTable,
  'figure-sources': {
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
  },
  metrics: {
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
  },
  members: {
    title: { zh: '分项', en: 'Parts' },
    fields: [metric, member, name('分项的名称', 'Name of the part'), lastYear],
    key: ['metric', 'member'],
    references: [metricReference],
  },
  breaks: {
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
  },
  targets: {
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
  },
  sources: {
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
  },
  releases: {
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
  },
} as const satisfies Record<string, Table>;

export type TableName = keyof typeof tables;
export const tableNames = Object.keys(tables) as TableName[];

/** The files of the data package besides its descriptor. */
export const packageFiles = [
  ...tableNames.map((name) => `${name}.csv` as const),
  'README.txt',
] as const;
export type PackageFile = (typeof packageFiles)[number];

/** The columns that a field has in a record of these languages. */
export const columnsOf = ({ name, localised }: Field, languages: readonly string[]): string[] =>
  localised ? languages.map((language) => `${name}_${language}`) : [name];
