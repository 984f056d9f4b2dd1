import type { Metric, MetricFigures, Point, ReleaseRef, Source } from '../../../schema/answers.ts';
import { TOTAL } from '../../../schema/vocabulary.ts';
import { metricFigures } from '../../../worker/figures/series.ts';
import type { FigureRow } from '../../../worker/figures/rows.ts';
import { buildChart } from '../../../web/src/lib/chart/model.ts';
import type { ChartModel, View } from '../../../web/src/lib/chart/types.ts';
import type { Locale } from '../../../web/src/lib/words/locale.ts';

/**
 * Figures as a test writes them, first year 2018: `12`, `'>=12'`, `'~12'`; before it P (provisional),
 * E (estimated) or S (sample): `'E>=12'`; `'O'` is said to be missing; null is no figure at all.
 */
export type Given = number | string | null;

export const FIRST = 2018;

export const agreements: Metric = {
  id: 'agreements-signed',
  group: 'agreements',
  names: { zh: '签约数', en: 'Agreements signed' },
  definitions: { zh: '签约的次数。', en: 'Signings.' },
  units: { zh: { other: '项' }, en: { one: 'signing', other: 'signings' } },
  direction: 'up',
  decimals: 0,
  additive: true,
  breakdown: {
    id: 'domain',
    names: { zh: '领域', en: 'domain' },
    members: [
      {
        id: 'transfer',
        names: { zh: '科技成果转移转化', en: 'Technology transfer' },
        colour: 0,
        lastYear: null,
      },
      {
        id: 'biomedicine',
        names: { zh: '生物医药', en: 'Biomedicine' },
        colour: 1,
        lastYear: null,
      },
      {
        id: 'property',
        names: { zh: '知识产权', en: 'Intellectual property' },
        colour: 2,
        lastYear: null,
      },
    ],
  },
  breaks: [],
  lastYear: null,
};

/** A metric that is not broken down, whose name does not say its unit. */
export const income: Metric = {
  ...agreements,
  id: 'licence-income',
  names: { zh: '许可收入', en: 'Licence income' },
  units: { zh: { other: '万元' }, en: { other: 'million yuan' } },
  breakdown: null,
};

export const source: Source = {
  id: 'report',
  kind: 'press',
  titles: { zh: '2024年协作会议报道', en: 'Report on the 2024 meeting' },
  publisher: { zh: '昆明市科技局', en: 'Kunming Science Bureau' },
  publishedOn: '2024-08-06',
  url: null,
};

const sampleSource: Source = {
  ...source,
  id: 'sample',
  kind: 'sample',
  titles: { zh: '演示', en: 'Made up' },
  publisher: null,
  publishedOn: null,
};

export const sources = [source, sampleSource];

export const release: ReleaseRef = {
  n: 4,
  publishedAt: '2024-11-11T17:00:00Z',
  reason: 'first_publication',
  notes: {},
  onePerson: false,
};

function row(metric: string, year: number, member: string, given: Given): FigureRow[] {
  if (given === null) return [];
  const [, flag = '', sign = '', digits = ''] = /^([PESO]?)(>=|~)?(.*)$/.exec(String(given)) ?? [];
  const sample = flag === 'S';
  return [
    {
      metric,
      year,
      member,
      firstRelease: 1,
      lastRelease: null,
      value: flag === 'O' ? null : Number(digits),
      qualifier: sign === '>=' ? 'at_least' : sign === '~' ? 'about' : 'exact',
      status: flag === 'P' || flag === 'E' || flag === 'O' ? flag : 'A',
      sample,
      source: sample ? 'sample' : 'report',
      note: null,
      reason: 'first_publication',
    },
  ];
}

type Options = {
  metric?: Metric;
  /** Figures by member, oldest first; `total` for the total. */
  by?: Record<string, Given[]>;
  toDate?: number;
  targets?: MetricFigures['targets'];
};

/** Figures as the API answers them, from 2018 on. */
export function figuresOf(total: Given[], options: Options = {}): MetricFigures {
  const { metric = agreements, by = {}, toDate, targets = [] } = options;
  const columns: [string, Given[]][] = [[TOTAL, total], ...Object.entries(by)];
  const length = Math.max(...columns.map(([, given]) => given.length));
  return metricFigures({
    metric,
    rows: columns.flatMap(([member, given]) =>
      given.flatMap((value, i) => row(metric.id, FIRST + i, member, value)),
    ),
    founded: FIRST,
    from: FIRST,
    to: FIRST + length - 1,
    by: Object.keys(by).length > 0 ? 'members' : 'total',
    targets,
    yearToDate: (year) => year === toDate,
  });
}

/** The total of the last year. */
export function lastPoint(figures: MetricFigures): Point {
  return figures.series[0]!.points.at(-1)!;
}

export function chartOf(
  figures: MetricFigures,
  view: Partial<View> = {},
  locale: Locale = 'en',
): ChartModel {
  const { from, to, by } = figures;
  return buildChart(figures, {
    locale,
    view: { by, show: 'value', from, to, view: 'chart', ...view },
    release,
    timeZone: 'Asia/Shanghai',
    sources,
  });
}
