import { sampleModel } from './layout-samples.ts';
import { samples } from './layout-samples.ts';
import { agreements, figuresOf, income } from './figures.ts';
import { askFor, fileOf, style } from './files.ts';
import type { ChartFile, ImageStyle } from '../../../web/src/lib/chart/files/chart-file.ts';

/** One of each mark, a missing year, a part that is missing, a break and a year to date. */
const marked = figuresOf([3, 6, 7, null, 'E9', 'P14', '>=17', 'S20'], {
  by: {
    transfer: [1, 'E2', 'S3', null, 4, 'P5', '>=5', 'S8'],
    biomedicine: [2, 4, 4, null, 5, 'P9', '>=8', 'S5'],
    property: [null, 0, null, null, null, null, '>=4', 'S7'],
  },
  toDate: 2025,
  metric: {
    ...agreements,
    breaks: [{ year: 2022, reasons: { en: 'counted per counterparty', zh: '按签约方计数' } }],
  },
});
const target = { year: 2024, value: 30, sample: true, source: 'sample' };
const money = figuresOf(['1250.5', '~1300', 'O', '>=1980.25', 'P2100'], {
  metric: { ...income, decimals: 2 },
  targets: [target, { ...target, year: 2021, value: 1500, sample: false }],
});
const nothing = figuresOf([null, null, null], { metric: income });
const overlapping = figuresOf([10, 12, 15], {
  metric: { ...agreements, additive: false },
  by: { transfer: [5, 6, 9], biomedicine: [8, '>=9', 12] },
});

const long = sampleModel(
  'stacked',
  2001,
  Object.fromEntries(
    ['第一', '第二', '第三'].map((name, i) => [
      `${name}项指标的名称写得很长以便检查图例换行的情形`,
      Array.from({ length: 25 }, (_, year) => (year * (i + 2)) % 13),
    ]),
  ),
  {
    locale: 'zh',
    title: '一个很长的标题，'.repeat(12),
    subtitle: '内容与计量单位的说明也可能很长，'.repeat(6),
    sourceLine: `资料来源：${'某某市科学技术局：年度工作报告，2024年8月6日；'.repeat(14)}`,
  },
);

const looks = ['theme=light&width=880', 'theme=dark&width=400'];
const views = [
  '',
  'type=line',
  'by=total',
  'by=domain&show=share',
  'show=change',
  'show=cumulative',
];

const asked = looks.flatMap((look) =>
  (['zh', 'en'] as const).flatMap((locale) => [
    ...views.map((view) => {
      const query = [view, look].filter(Boolean).join('&');
      return [`marks ${locale} ${query}`, askFor(marked, query, locale)] as const;
    }),
    [`money ${locale} ${look}`, askFor(money, look, locale)] as const,
    [`nothing ${locale} ${look}`, askFor(nothing, look, locale)] as const,
  ]),
);

/** The same with a code, as long as one for a real address is. */
const verified = (...asked: Parameters<typeof askFor>) => {
  const { file, style } = askFor(...asked);
  const code = '0022-5541-5NM7-0JCH-FNFZ-4PN1';
  const url = `https://yearbook.example.org/v/${code.replaceAll('-', '')}`;
  return { file: { ...file, verification: { code, url } }, style };
};

/** Views that are drawn and compared with the approved files: types, languages, themes and odd data. */
export const approvedViews: Record<string, { file: ChartFile; style: ImageStyle }> = {
  ...Object.fromEntries(asked),
  'short range': askFor(marked, 'from=2023&to=2024&width=240'),
  'low and wide': askFor(marked, 'width=1200&height=300'),
  'high and narrow': askFor(marked, 'width=300&height=900&title=hide', 'zh'),
  'money as a line': askFor(money, 'type=line&theme=dark', 'zh'),
  overlapping: askFor(overlapping, 'theme=dark&title=hide'),
  verified: verified(marked, ''),
  'verified dark': verified(marked, 'theme=dark&type=line', 'zh'),
  'verified small and dark': verified(marked, 'theme=dark&width=400', 'zh'),
  'verified least': verified(money, 'width=240'),
  'verified low and wide': verified(marked, 'width=1200&height=300'),
  'verified most': verified(marked, 'width=2400&height=1350', 'zh'),
  'long words': { file: fileOf(long), style: { ...style, width: 560 } },
  ...Object.fromEntries(
    ['fifteen', 'hostile', 'huge', 'seven', 'change', 'lines'].map((name) => [
      `by hand ${name}`,
      { file: fileOf(samples[name]!), style: { ...style, width: 600 } },
    ]),
  ),
};
