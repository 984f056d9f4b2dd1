import * as m from '$lib/paraglide/messages.js';
import { numberFormat } from '$schema/files/number-format.ts';
import { emWidth } from '../../text-width.ts';
import type { ChartModel, ChartPoint, ChartSeries } from '../../types.ts';
import { formatOf } from '../xlsx.ts';
import { labelFormat, signFormat } from './label-format.ts';

/** Years whose values, and reasons for none, stand in the chart: as on the pages. */
export const MOST_LABELLED_YEARS = 8;

/** One series of an Office chart, a column of the sheet inside it. */
export interface ChartColumn {
  name: string;
  /** Drawn as bars or as a line; the sum of a stack, which is only written; or the targets. */
  role: 'drawn' | 'sum' | 'target';
  /** Index of the series colour. */
  colour: number;
  /** One for each year; null where there is no number. */
  values: (number | null)[];
  /** Number formats of the cells. */
  formats: string[];
  /** What is written in the chart: a number format for a value, null for no label. */
  labels: (string | null)[];
  /** The points of the model; none of a target. */
  points: ChartPoint[];
  /** Indexes of targets that are samples. */
  samples: ReadonlySet<number>;
}

/** For whom there is something to draw. */
export const isDrawn = ({ empty, series }: ChartModel): boolean =>
  empty === null && series.some(({ points }) => points.some(({ value }) => value !== null));

/** pt: sizes that decide what is written in a chart. */
export interface ChartFrame {
  width: number;
  height: number;
  fontSize: number;
}

/** pt: about how wide the slot of a year is, beside the numbers of the axis. */
export const slotOf = ({ years }: ChartModel, { width }: ChartFrame): number =>
  (width - 48) / Math.max(1, years.length);

const isBound = ({ value, qualifier, atMost }: ChartPoint): boolean =>
  value !== null && (atMost === true || qualifier === 'at_least' || qualifier === 'about');

/**
 * Values that are written. All where the series takes them and every one fits; a bound in any case, since nothing else
 * in an Office chart shows it: where it has no room, by its sign alone.
 */
function labelsOf(
  points: ChartPoint[],
  wanted: (index: number) => boolean,
  model: ChartModel,
  { slot, fontSize }: { slot: number; fontSize: number },
): (string | null)[] {
  const fits = (point: ChartPoint) => emWidth(point.label) * fontSize <= slot - 2;
  const all = points.every((point, i) => point.value === null || !wanted(i) || fits(point));
  const bounds = points.every((point) => !isBound(point) || fits(point));
  return points.map((point, i) => {
    if (point.value === null) return null;
    if (all && wanted(i)) return labelFormat(point, model);
    if (!isBound(point)) return null;
    return bounds ? labelFormat(point, model) : signFormat(point);
  });
}

function columnOf(
  series: ChartSeries,
  role: 'drawn' | 'sum',
  model: ChartModel,
  labels: (string | null)[],
): ChartColumn {
  const { name, colour, points } = series;
  return {
    name,
    role,
    colour,
    values: points.map(({ value }) => value),
    formats: points.map((point) => formatOf(point, { model })),
    labels,
    points,
    samples: new Set(),
  };
}

function targetColumn(model: ChartModel): ChartColumn | null {
  const targets = model.annotations.filter(
    ({ kind, year, value }) => kind === 'target' && value !== null && model.years.includes(year),
  );
  if (!targets.length) return null;
  const found = model.years.map((year) => targets.find((target) => target.year === year));
  return {
    name: m.office_target({}, { locale: model.locale }),
    role: 'target',
    colour: 0,
    values: found.map((target) => target?.value ?? null),
    formats: found.map(() =>
      numberFormat({ decimals: model.decimals, qualifier: null, marks: [] }),
    ),
    labels: found.map(() => null),
    points: [],
    samples: new Set(found.flatMap((target, i) => (target?.sample ? [i] : []))),
  };
}

/** Whether the last values of several lines stand far enough apart to be written at their ends. */
function endsApart({ series }: ChartModel, { height, fontSize }: ChartFrame): boolean {
  const all = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const range = Math.max(0, ...all) - Math.min(0, ...all);
  const ends = series.flatMap(({ points }) => points.at(-1)?.value ?? []).sort((a, b) => a - b);
  const least = (range * fontSize * 1.4) / (height * 0.7);
  return ends.every((value, i) => i === 0 || value - ends[i - 1]! >= least);
}

/** Everything that an Office chart and the sheet inside it hold of a model, in the order of the sheet's columns. */
export function columnsOf(model: ChartModel, frame: ChartFrame): ChartColumn[] {
  const { kind, series, years, total } = model;
  const few = years.length <= MOST_LABELLED_YEARS;
  const slot = slotOf(model, frame);
  const several = series.length > 1;
  const ends = kind === 'line' && several && endsApart(model, frame);
  const wanted = (i: number) =>
    kind === 'line' && several ? ends && i === years.length - 1 : kind !== 'stacked' && few;
  const room = { slot: kind === 'stacked' ? slot * 0.64 : slot, fontSize: frame.fontSize };
  const drawn = series.map((one) =>
    columnOf(one, 'drawn', model, labelsOf(one.points, wanted, model, room)),
  );
  const target = targetColumn(model);
  const sums =
    kind === 'stacked' && total
      ? labelsOf(total.points, () => few, model, { slot, fontSize: frame.fontSize })
      : [];
  const sum = sums.some((label) => label !== null) ? columnOf(total!, 'sum', model, sums) : null;
  return [...drawn, ...(target ? [target] : []), ...(sum ? [sum] : [])];
}

/** The years as the axis names them; under one without any value it says why, where there is room. */
export function categoriesOf(model: ChartModel): string[] {
  const few = model.years.length <= MOST_LABELLED_YEARS;
  const missing = new Map(missingYears(model).map(({ year, label }) => [year, label]));
  return model.years.map((year) => {
    const why = few ? missing.get(year) : undefined;
    return why ? `${year}\n${why}` : String(year);
  });
}

/** The years of which nothing is drawn or written, each with the reason. */
export function missingYears(model: ChartModel): { year: number; label: string }[] {
  const { years, series, total } = model;
  return years.flatMap((year, i) => {
    const points = [...series, ...(total ? [total] : [])].map((one) => one.points[i]!);
    if (points.some(({ value }) => value !== null)) return [];
    return [{ year, label: points.at(-1)?.label ?? '' }];
  });
}
