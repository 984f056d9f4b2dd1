import type { Words } from '../../schema/dataset/languages.ts';

/** Words of the files, in each language; a test holds those that the pages have too to what they say. */
export const words = {
  total: { zh: '合计', en: 'Total' },
  rest: { zh: '未分项', en: 'Not broken down' },
  figures: { zh: '年度数据', en: 'yearly figures' },

  table: { zh: '数据表', en: 'Table' },
  data: { zh: '数据', en: 'Data' },
  notes: { zh: '说明', en: 'Notes' },

  metric: { zh: '指标', en: 'Metric' },
  part: { zh: '分项', en: 'Part' },
  unit: { zh: '单位', en: 'Unit' },
  year: { zh: '年份', en: 'Year' },
  centre: { zh: '统计单位', en: 'Published by' },
  release: { zh: '发布', en: 'Release' },
  releaseNote: { zh: '发布说明', en: 'About the release' },
  address: { zh: '网址', en: 'Address' },
  sample: { zh: '示例数据', en: 'Sample figures' },
  marks: { zh: '标记', en: 'Mark' },
  missing: { zh: '缺值', en: 'Missing values' },
  licence: { zh: '使用许可', en: 'Licence' },
  column: { zh: '栏目', en: 'Column' },
  retired: { zh: '已停止统计', en: 'no longer counted' },
  not_known: { zh: '无法确定', en: 'not known' },
  no_figure: { zh: '未公布', en: 'not reported' },

  /** SDMX status O. */
  O: { zh: '来源注明缺失', en: 'said to be missing' },
  A: { zh: '正常值', en: 'normal value' },
  at_least: { zh: '下限', en: 'lower bound' },
  about: { zh: '约数', en: 'approximate' },
  P: { zh: '初步数', en: 'provisional' },
  E: { zh: '估计数', en: 'estimated' },
  sample_mark: { zh: '示例数据', en: 'sample figure' },
  year_to_date: { zh: '年初至发布时', en: 'year to date' },
  comma: { zh: '，', en: ', ' },
  and: { zh: '；', en: '; ' },

  hasSample: {
    zh: '含示例数据：并非实际公布数，仅供试用，逐项标明 sample。加上 sample=exclude 即可去除。',
    en: 'Holds sample figures: invented, reported by nobody, each marked "sample". Leave them out with sample=exclude.',
  },
  noSample: { zh: '不含示例数据。', en: 'Holds no sample figures.' },
  neverZero: {
    zh: '空白表示未公布，绝不代表零。',
    en: 'An empty value was not reported. It never stands for zero.',
  },
  notStated: {
    zh: '空白表示来源未载明，绝不代表零。',
    en: 'An empty value is stated by no source. It never stands for zero.',
  },
  noLicence: {
    zh: '发布单位未声明使用许可。引用时请注明发布单位、发布次数和日期；各来源文件的权利属于其发布单位。',
    en: 'The centre has stated no licence. Name the centre, the release and its date when you quote; each source belongs to its publisher.',
  },
} as const satisfies Record<string, Words>;

/** Signs behind a number, as in the tables of the pages. */
export const markSigns = {
  P: { zh: '初', en: 'p' },
  E: { zh: '估', en: 'e' },
  sample: { zh: '例', en: 's' },
  year_to_date: { zh: '至今', en: 'td' },
} as const satisfies Record<string, Words>;
export type SignedMark = keyof typeof markSigns;

/** What the signs mean. */
export const markMeanings = {
  at_least: { zh: '≥ 不少于（下限）', en: '≥ at least (lower bound)' },
  about: { zh: '≈ 约数', en: '≈ about' },
  P: { zh: '初  初步数', en: 'p  provisional' },
  E: { zh: '估  估计数', en: 'e  estimated' },
  sample: { zh: '例  示例数据，非实际公布数', en: 's  sample figure, not reported' },
  year_to_date: { zh: '至今  年初至发布时', en: 'td  year to date' },
} as const satisfies Record<string, Words>;
