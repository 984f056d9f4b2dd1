import type { Locale } from '$lib/words/locale.ts';
import type { GapReason, Qualifier, Status } from '$schema/vocabulary.ts';

/**
 * The chart as a plain object: everything that is drawn or read comes from here.
 * Values are in the unit of the metric, or in per cent where `show` is `share`.
 */

/**
 * `bars`: one series; `stacked`: members on top of each other; `line`: cumulative values, members that do not
 * add up to a total, and whatever the reader would rather see as lines.
 */
export type ChartKind = 'bars' | 'stacked' | 'line';

/** What the reader chose to see; the query string of a page holds it. */
export interface View {
  by: 'total' | 'members';
  /** As it is, change on the year before, sum since the first year, part of the total. */
  show: 'value' | 'change' | 'cumulative' | 'share';
  /** How it is drawn, where that is not the usual way for what is shown. */
  type?: ChartKind;
  from: number;
  to: number;
  view: 'chart' | 'table';
}

/** The marks a value can carry, in the order of the legend. */
export const marks = ['at_least', 'about', 'P', 'E', 'sample', 'year_to_date', 'missing'] as const;
export type Mark = (typeof marks)[number];

export interface ChartPoint {
  year: number;
  /** Null: a gap, never a zero. */
  value: number | null;
  /** The value as it is printed, with its qualifier ("≥5"), or why there is none ("not reported"). */
  label: string;
  /** The whole point in words for a screen reader: year, series, value, unit, status. */
  reading: string;
  qualifier: Qualifier | null;
  /** The value is the most it can be: a part left over by lower bounds. */
  atMost?: true;
  status: Status | null;
  sample: boolean;
  yearToDate: boolean;
  /** Why there is no value, for derived views; `no_figure` where nothing was reported. */
  gap: GapReason | null;
  marks: Mark[];
  /** Numbers of the footnotes (1, 2, …) that explain this point. */
  footnotes: number[];
}

export interface ChartSeries {
  /** Member id, `total`, or `not-broken-down`. */
  id: string;
  name: string;
  /** Index of the series colour, 0–6. */
  colour: number;
  points: ChartPoint[];
}

export interface Annotation {
  kind: 'target' | 'break';
  year: number;
  /** The target's value; null for a break. */
  value: number | null;
  label: string;
  sample: boolean;
}

export interface ChartModel {
  metric: string;
  locale: Locale;
  show: View['show'];
  kind: ChartKind;
  /** What is seen, as a sentence, or as staff called a chart that they saved. */
  title: string;
  /** What is counted, and the unit. */
  subtitle: string;
  unit: string;
  years: number[];
  /** What is drawn, in drawing order (a stack from the bottom). */
  series: ChartSeries[];
  /** The total over the same years; drawn as the label of a stack, last row of the table. Null where it is the only series. */
  total: ChartSeries | null;
  /** Series that are not drawn: rows of the table above the total. */
  tableOnly?: ChartSeries[];
  annotations: Annotation[];
  /** The marks in use with their explanation, for the legend. */
  legend: { mark: Mark; label: string }[];
  /** The chart in one or two plain sentences, honest about what is not known. */
  sentence: string;
  /** "Source: …", without markup; empty where nothing was reported. */
  sourceLine: string;
  /** "Release 4 · 12 November 2024". */
  releaseLine: string;
  /** Texts without their numbers: the first is footnote 1. */
  footnotes: string[];
  /** What staff say of a chart that they saved; stands below it in every form. */
  note?: string;
  hasSample: boolean;
  /** Text to show in place of a drawing when there is no value at all; else null. */
  empty: string | null;
  decimals: number;
}

/** `tiny` is drawn for the side columns of other sites alone. */
export type ChartSize = 'tiny' | 'narrow' | 'wide' | 'large';

export interface TableCell {
  text: string;
  marks: Mark[];
  footnotes: number[];
  missing: boolean;
}

export interface ChartTable {
  caption: string;
  years: number[];
  rows: { id: string; name: string; total: boolean; cells: TableCell[] }[];
  /** Texts without their numbers: the first is footnote 1. */
  footnotes: string[];
  legend: ChartModel['legend'];
}
