import type { Qualifier, Status } from '../vocabulary.ts';

/** What stands for "normal value", as in SDMX. */
export const NORMAL = 'A';

export interface Marked {
  qualifier: Qualifier | 'at_most' | null;
  status: Status | null;
  sample: boolean;
  yearToDate: boolean;
  /** Why there is no value; null where there is one. */
  whyMissing: string | null;
}

/** The marks of a number as one code: `A`, `at_least`, `E+sample`, `missing:lower_bound`. */
export function statusCode(one: Marked): string {
  if (one.whyMissing !== null) return `missing:${one.whyMissing}`;
  const codes = [
    ...(one.qualifier === null || one.qualifier === 'exact' ? [] : [one.qualifier]),
    ...(one.status === 'P' || one.status === 'E' ? [one.status] : []),
    ...(one.sample ? ['sample'] : []),
    ...(one.yearToDate ? ['year_to_date'] : []),
  ];
  return codes.join('+') || NORMAL;
}

/** Categories of a dimension: an id and what it is called. */
type Categories = [id: string, label: string][];

export interface Cube {
  label: string;
  source: string;
  /** ISO 8601 instant. */
  updated: string;
  metric: { label: string; id: string; name: string; unit: string; decimals: number };
  series: { label: string; categories: Categories };
  year: { label: string; years: readonly number[] };
  /** Series by series, year by year. */
  value: (number | null)[];
  status: string[];
  note: string[];
  extension: Record<string, unknown>;
}

const category = (entries: Categories) => ({
  index: entries.map(([id]) => id),
  label: Object.fromEntries(entries),
});

/** Figures as a JSON-stat 2.0 dataset (https://json-stat.org/full/): metric × series × year, a status for each cell. */
export const jsonStatDataset = ({ metric, series, year, ...cube }: Cube) => ({
  version: '2.0',
  class: 'dataset',
  label: cube.label,
  source: cube.source,
  updated: cube.updated,
  id: ['metric', 'series', 'year'],
  size: [1, series.categories.length, year.years.length],
  role: { time: ['year'], metric: ['metric'] },
  dimension: {
    metric: {
      label: metric.label,
      category: {
        ...category([[metric.id, metric.name]]),
        unit: { [metric.id]: { label: metric.unit, decimals: metric.decimals } },
      },
    },
    series: { label: series.label, category: category(series.categories) },
    year: {
      label: year.label,
      category: category(year.years.map((one) => [String(one), String(one)])),
    },
  },
  value: cube.value,
  status: cube.status,
  note: cube.note,
  extension: cube.extension,
});
