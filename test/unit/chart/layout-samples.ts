import type {
  Annotation,
  ChartModel,
  ChartPoint,
  ChartSeries,
} from '../../../web/src/lib/chart/types.ts';

/** Charts made by hand, for tests of the drawings. A value may be "5", ">=5", "P5", "E5", "S5" (sample), "D5" (to date) or null. */
export type Sample = string | number | null;

const flags = {
  P: { status: 'P' },
  E: { status: 'E' },
  S: { sample: true },
  D: { yearToDate: true },
} as const;

export function samplePoint(year: number, given: Sample, name: string): ChartPoint {
  const text = given === null ? '' : String(given);
  const [, flag = '', lower = '', digits = ''] = /^([PESD]?)(>=)?(.*)$/.exec(text) ?? [];
  const value = given === null ? null : Number(digits);
  const label = value === null ? 'not reported' : `${lower && '≥'}${value.toLocaleString('en')}`;
  return {
    year,
    value,
    label,
    reading: `${year}, ${name}: ${label}`,
    qualifier: value === null ? null : lower ? 'at_least' : 'exact',
    status: value === null ? null : 'A',
    sample: false,
    yearToDate: false,
    gap: value === null ? 'no_figure' : null,
    marks: value === null ? ['missing'] : lower ? ['at_least'] : [],
    footnotes: [],
    ...flags[flag as keyof typeof flags],
  };
}

export function sampleModel(
  kind: ChartModel['kind'],
  first: number,
  members: Record<string, Sample[]>,
  more: Partial<ChartModel> = {},
): ChartModel {
  const rows = Object.values(members);
  const years = (rows[0] ?? []).map((_, index) => first + index);
  const series = Object.entries(members).map(([name, values], index): ChartSeries => ({
    id: name,
    name,
    colour: index % 7,
    points: values.map((value, at) => samplePoint(first + at, value, name)),
  }));
  const total = years.map((year, index) => {
    const points = series.map((one) => one.points[index]!);
    const known = points.filter((point) => point.value !== null);
    const lower = known.some((p) => p.qualifier === 'at_least') || known.length < points.length;
    const sum = known.reduce((all, point) => all + point.value!, 0);
    return samplePoint(year, known.length ? `${lower ? '>=' : ''}${sum}` : null, 'Total');
  });
  return {
    metric: 'agreements-signed',
    locale: 'en',
    show: 'value',
    kind,
    title: 'Agreements signed reached at least 17 in 2024',
    subtitle: 'Signings, counted per named counterparty',
    unit: 'signings',
    years,
    series,
    total: series.length > 1 ? { id: 'total', name: 'Total', colour: 0, points: total } : null,
    annotations: [],
    legend: [],
    sentence: 'Agreements signed reached at least 17 in 2024 (not known for 2023).',
    sourceLine: 'Source: the centre',
    releaseLine: 'Release 4',
    footnotes: [],
    hasSample: false,
    empty: null,
    decimals: 0,
    ...more,
  };
}

const target = (year: number, value: number, label = `Target ${year}: ${value}`): Annotation => ({
  kind: 'target',
  year,
  value,
  label,
  sample: false,
});
const brokenAt = (year: number, label: string): Annotation => ({
  kind: 'break',
  year,
  value: null,
  label,
  sample: false,
});

const domains = {
  'Technology transfer': ['S4', 'S6', 'S3', 'S7', null, 'P6', '>=5', 'D2'],
  Biomedicine: ['S2', 'S3', 'S5', 'S4', null, 'P7', '>=8', 'D3'],
  'Intellectual property': ['S1', 'S2', 'S2', 'S3', null, 'E4', '>=4', 'D1'],
  Other: ['S1', null, 'S1', 'S2', null, 'P1', 2, 'D1'],
};
const hostile = '<script>alert("1")</script>]]>&amp;\u0000\u202e\' onload=x';

/** One of each thing a chart may have to show. */
export const samples: Record<string, ChartModel> = {
  stacked: sampleModel('stacked', 2018, domains, { annotations: [target(2025, 25)] }),
  plain: sampleModel('stacked', 2017, {
    'Technology transfer': [4, 6, 3, 7, 8, 6, 5, 9],
    Biomedicine: [2, 3, 5, 4, 4, 7, 8, 9],
    'Intellectual property': [1, 2, 2, 3, 3, 4, 4, 5],
    Other: [1, 1, 1, 2, 3, 1, 2, 2],
  }),
  seven: sampleModel(
    'stacked',
    2019,
    Object.fromEntries(
      ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((name, i) => [
        name,
        [3 + i, 'P5', 'E4', 'S6', '>=5', 4],
      ]),
    ),
  ),
  bars: sampleModel(
    'bars',
    2018,
    { Meetings: ['E1', 'E1', 'E1', 'E1', 'E1', 'E1', '>=3', 'D2'] },
    { annotations: [target(2024, 4), target(2025, 5)] },
  ),
  change: sampleModel(
    'bars',
    2018,
    { Change: [null, 12, -7, 'P3', -15, null, '0', 'S9'] },
    { show: 'change', annotations: [brokenAt(2022, 'counted per counterparty since 2022')] },
  ),
  share: sampleModel(
    'stacked',
    2019,
    {
      Technology: [40, 30, 55.5, 33.3],
      Biomedicine: [35, 30, 20, 33.3],
      Other: [25, 40, 24.5, 33.4],
    },
    { show: 'share', decimals: 1 },
  ),
  cumulative: sampleModel(
    'line',
    2018,
    { Total: ['S4', 'S9', 'S14', null, 'E30', 'P41', '>=58', 'D60'] },
    { show: 'cumulative' },
  ),
  lines: sampleModel(
    'line',
    2018,
    {
      'Technology transfer': [3, 5, 9, 12, null, 30, 35, '>=40'],
      Biomedicine: [1, 4, 6, 13, null, 28, 34, 39],
      Other: ['S1', 'S1', 'S2', 2, null, 3, 3, 4],
    },
    { show: 'cumulative', annotations: [brokenAt(2020, 'new definition')] },
  ),
  one: sampleModel('bars', 2024, { Talent: ['>=23'] }, { annotations: [target(2024, 30)] }),
  fifteen: sampleModel(
    'stacked',
    2011,
    {
      People: [3, 4, 9, null, 12, 15, 14, 13, null, null, 'E20', 'P22', 'P21', '>=30', 'D12'],
      Others: [1, 2, 3, null, 2, 1, 2, 3, null, null, 'E4', 'P4', 'P5', '>=9', 'D2'],
    },
    {
      annotations: [
        brokenAt(2018, 'the definition of a programme changed in 2018 to include exchange visits'),
        target(2025, 40),
      ],
    },
  ),
  huge: sampleModel('bars', 2018, {
    Yuan: [
      1.2e12,
      9.4e11,
      null,
      3.1e12,
      '>=4000000000000',
      'P3700000000000',
      5e9,
      'S2100000000000',
    ],
  }),
  chinese: sampleModel(
    'stacked',
    2018,
    {
      科技成果转移转化与产业化合作协议: [3, 5, 2, 4, null, null, 5, 6],
      生物医药: [1, 2, 2, 1, null, null, 8, 2],
    },
    {
      locale: 'zh',
      title: '2024年签约不少于17项（2023年未公布）',
      annotations: [
        target(2025, 20, '2025年目标：20项'),
        brokenAt(2021, '2021年起按具名签约方计数'),
      ],
    },
  ),
  missing: sampleModel('bars', 2018, { People: [null, null, null, 12, null, null, 9, null] }),
  empty: sampleModel(
    'bars',
    2018,
    { People: [null, null, null] },
    { empty: 'Nothing was reported for these years.' },
  ),
  hostile: sampleModel(
    'stacked',
    2022,
    { [hostile]: [1, 'P2', null], 'a"b': [2, 'E2', null] },
    {
      title: hostile,
      sentence: hostile,
      annotations: [brokenAt(2023, hostile), target(2023, 5, hostile)],
    },
  ),
};
for (const point of samples
  .chinese!.series.flatMap((s) => s.points)
  .concat(samples.chinese!.total!.points))
  if (point.value === null) point.label = '未公布';

export const formatTick = (value: number): string =>
  new Intl.NumberFormat('en', { notation: 'compact' }).format(value);
