import type { Box } from '../../lib/chart/layout-types.ts';
import type { ChartSeries } from '../../lib/chart/types.ts';
import type { ChartData } from './canvas.ts';

/** A point the reader is on: indexes into `seriesOf` and the years. */
export interface Place {
  series: number;
  point: number;
}

/** The series a reader can walk, from the bottom: those drawn, and the total of a stack. */
export const seriesOf = ({ model }: ChartData): ChartSeries[] =>
  model.total && model.kind === 'stacked' && model.show !== 'share'
    ? [...model.series, model.total]
    : model.series;

/** The box of a point in px of the layout; of a gap or a zero, a small one where it would stand. */
export function boxOf({ model, layout }: ChartData, { series, point }: Place): Box {
  const bars = layout.bars.filter((bar) => bar.point === point);
  const own = series < model.series.length ? bars.filter((bar) => bar.series === series) : bars;
  const dot = layout.points.find((one) => one.point === point && one.series === series);
  if (dot) return { x: dot.x - 5, y: dot.y - 5, w: 10, h: 10 };
  const slot = layout.slots[point]!;
  if (!own.length) {
    const below = bars.filter((bar) => bar.series < series && !bar.down);
    const foot = Math.min(layout.baseline, ...below.map(({ y }) => y));
    const h = below.length ? 4 : 12;
    return { x: slot.x - slot.bar / 2, y: foot - h - 1, w: slot.bar, h };
  }
  const top = Math.min(...own.map(({ y }) => y));
  const bottom = Math.max(...own.map(({ y, h }) => y + h));
  return { x: own[0]!.x, y: top, w: own[0]!.w, h: bottom - top };
}

/** The point under a position in px of the layout: of the nearest year, the bar hit or the nearest dot. */
export function placeAt(data: ChartData, x: number, y: number): Place {
  const { slots, bars, points } = data.layout;
  const away = slots.map((slot) => Math.abs(slot.x - x));
  const point = away.indexOf(Math.min(...away));
  const hit = bars.find((bar) => bar.point === point && y >= bar.y && y <= bar.y + bar.h);
  const near = points
    .filter((dot) => dot.point === point)
    .sort((a, b) => Math.abs(a.y - y) - Math.abs(b.y - y))[0];
  return { series: (hit ?? near)?.series ?? seriesOf(data).length - 1, point };
}

/** Where a key leads from a point, or from none; null where the key is not ours. Escape leaves. */
export function step(data: ChartData, from: Place | null, key: string): Place | 'leave' | null {
  const last = { series: seriesOf(data).length - 1, point: data.model.years.length - 1 };
  const within = (value: number, most: number) => Math.max(0, Math.min(most, value));
  const move = (years: number, series: number): Place =>
    from
      ? {
          series: within(from.series + series, last.series),
          point: within(from.point + years, last.point),
        }
      : { series: last.series, point: years > 0 ? 0 : last.point };
  switch (key) {
    case 'ArrowRight':
      return move(1, 0);
    case 'ArrowLeft':
      return move(-1, 0);
    case 'ArrowUp':
      return move(0, 1);
    case 'ArrowDown':
      return move(0, -1);
    case 'Home':
      return { series: (from ?? last).series, point: 0 };
    case 'End':
      return { series: (from ?? last).series, point: last.point };
    case 'Escape':
      return from && 'leave';
    default:
      return null;
  }
}
