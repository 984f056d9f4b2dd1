import type { Bar, ChartLayout, LinePoint, LineRun, Look, MarkedPoint } from './layout-types.ts';
import { half } from './scale.ts';
import type { ChartModel, ChartPoint } from './types.ts';

type Slots = ChartLayout['slots'];
type Y = (value: number) => number;

/** How a value is drawn: a sample as one, whatever else it is. */
export const lookOf = (point: ChartPoint): Look =>
  point.sample
    ? 'sample'
    : point.status === 'E'
      ? 'estimated'
      : point.status === 'P'
        ? 'provisional'
        : 'plain';

const marked = (model: ChartModel, series: number, point: number): MarkedPoint => {
  const value = model.series[series]!.points[point]!;
  return {
    series,
    point,
    look: lookOf(value),
    open: value.qualifier === 'at_least',
    toDate: value.yearToDate,
  };
};

/** The lowest and highest end of the stack of each year; both 0 where there is nothing. */
export function stackEnds(model: ChartModel): { low: number; high: number }[] {
  return model.years.map((_, point) => {
    const values = model.series.map((series) => series.points[point]?.value ?? 0);
    const sum = (sign: number) => values.reduce((all, v) => (v * sign > 0 ? all + v : all), 0);
    return { low: sum(-1), high: sum(1) };
  });
}

/** Bars on top of each other from zero, negative values downwards. A gap, or a zero, has none. */
export function placeBars(model: ChartModel, slots: Slots, y: Y): Bar[] {
  const bars: Bar[] = [];
  const least = model.kind === 'bars' ? 1 : 0;
  slots.forEach((slot, point) => {
    let high = 0;
    let low = 0;
    model.series.forEach((series, index) => {
      const value = series.points[point]?.value;
      if (!value) return;
      const down = value < 0;
      const from = down ? low : high;
      const to = from + value;
      if (down) low = to;
      else high = to;
      const start = half(y(from));
      const h = Math.max(least, Math.abs(half(y(to)) - start));
      if (!h) return;
      const x = half(slot.x - slot.bar / 2);
      bars.push({
        ...marked(model, index, point),
        x,
        y: down ? start : start - h,
        w: slot.bar,
        h,
        down,
      });
    });
  });
  return bars;
}

/** A point for each value, and the lines between neighbouring years that both have one. */
export function placeLines(
  model: ChartModel,
  slots: Slots,
  y: Y,
): { points: LinePoint[]; runs: LineRun[] } {
  const points: LinePoint[] = [];
  const runs: LineRun[] = [];
  model.series.forEach((series, index) => {
    let run: LineRun | null = null;
    let last: LinePoint | null = null;
    slots.forEach((slot, at) => {
      const value = series.points[at]?.value ?? null;
      if (value === null) {
        run = last = null;
        return;
      }
      const point = { ...marked(model, index, at), x: half(slot.x), y: half(y(value)) };
      points.push(point);
      if (last) {
        const dotted = point.look === 'sample' || last.look === 'sample';
        if (run?.dotted !== dotted)
          runs.push((run = { series: index, dotted, xy: [[last.x, last.y]] }));
        run.xy.push([point.x, point.y]);
      }
      last = point;
    });
  });
  return { points, runs };
}
