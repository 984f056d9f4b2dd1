import * as m from '$lib/paraglide/messages.js';
import { numberFormat } from '$schema/files/number-format.ts';
import type { ChartModel, ChartPoint, ChartSeries } from '../../types.ts';
import { formatOf } from '../xlsx.ts';
import { drawnLabels, MOST_LABELLED_YEARS, sumLabels, type ChartFrame } from './label-choice.ts';

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

/** Everything that an Office chart and the sheet inside it hold of a model, in the order of the sheet's columns. */
export function columnsOf(model: ChartModel, frame: ChartFrame): ChartColumn[] {
  const { kind, series, total } = model;
  const drawn = series.map((one) =>
    columnOf(one, 'drawn', model, drawnLabels(one.points, model, frame)),
  );
  const target = targetColumn(model);
  const sums = kind === 'stacked' && total ? sumLabels(total.points, model, frame) : [];
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
