import { anchors, smallRoles } from './layout-types.ts';
import type { Box, ChartLayout, Text } from './layout-types.ts';
import { half } from './scale.ts';
import { emWidth } from './text-width.ts';
import type { ChartModel } from './types.ts';

/** Values are written on bars up to this many years. */
const MOST_VALUED_YEARS = 8;

export const sizeOf = (text: Pick<Text, 'role'>, fontSize: number): number =>
  smallRoles.has(text.role) ? fontSize - 1 : fontSize;

/** The box a text takes, by estimate. */
export function textBox(text: Text, fontSize: number): Box {
  const size = sizeOf(text, fontSize);
  const w = emWidth(text.text) * size;
  const before = { start: 0, middle: 0.5, end: 1 }[anchors[text.role]];
  return { x: text.x - w * before, y: text.y - size * 0.82, w, h: size * 1.04 };
}

export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** px: what every layout leaves free right of its last slot. */
const MARGIN = 8;

/**
 * Years on every tick until they collide, then every second, third, …, always with the last, which is moved left where
 * it would stick out of a narrow chart of many years.
 */
export function yearLabels(slots: ChartLayout['slots'], y: number, fontSize: number): Text[] {
  const label = Math.max(...slots.map((slot) => emWidth(String(slot.year)))) * fontSize;
  const widest = label + 8;
  const last = slots.at(-1);
  const most = last ? last.x + last.w / 2 + MARGIN - label / 2 : 0;
  const every = Math.max(1, Math.ceil(widest / (slots[0]?.w ?? widest)));
  return slots
    .filter((_, index) => (slots.length - 1 - index) % every === 0)
    .map((slot) => ({ role: 'year', text: String(slot.year), x: half(Math.min(slot.x, most)), y }));
}

/** All values of a chart with few years, where every one fits in its slot; else none. */
export function valueLabels(model: ChartModel, layout: ChartLayout): Text[] {
  const { fontSize, slots, plot } = layout;
  const summed = model.kind === 'stacked';
  const series = summed ? model.total : model.series[0];
  const many = model.kind === 'line' && model.series.length > 1;
  if (!series || many || slots.length > MOST_VALUED_YEARS) return [];
  if (summed && model.show === 'share') return [];
  const line = model.kind === 'line';
  const texts: Text[] = [];
  for (const [index, slot] of slots.entries()) {
    const point = series.points[index];
    if (!point || point.value === null) continue;
    const width = emWidth(point.label) * fontSize;
    if (width > slot.w * (line ? 0.75 : 1) - 2) return [];
    const ends = [
      ...layout.bars.filter((bar) => bar.point === index),
      ...layout.points
        .filter((dot) => dot.point === index)
        // An arrow stands above a lower bound.
        .map((dot) => ({ y: dot.open ? dot.y - 8 : dot.y, h: 0 })),
    ];
    const down = !summed && point.value < 0;
    const edge = down
      ? Math.max(layout.baseline, ...ends.map((end) => end.y + end.h))
      : Math.min(layout.baseline, ...ends.map((end) => end.y));
    // On a line that rises, the words stand to the left of their point.
    const x = line ? Math.max(plot.x + width / 2 + 2, slot.x + 5 - width / 2) : slot.x;
    let y = down ? edge + fontSize + 1 : edge - (line ? 10 : 5);
    const target = layout.targets.find((mark) => Math.abs(mark.x + mark.w / 2 - slot.x) < 1);
    if (target && Math.abs(target.y - y + fontSize * 0.35) < fontSize * 0.7)
      y = down ? target.y + fontSize + 1 : target.y - 5;
    // What stands above the highest point still stands inside the drawing.
    y = Math.max(y, fontSize * 0.85);
    texts.push({ role: 'value', text: point.label, x: half(x), y: half(y) });
  }
  return texts;
}

/** Width from a line's last point to the end of its label, the widest of several lines; 0 where there are none. */
export function endLabelWidth(model: ChartModel, fontSize: number): number {
  if (model.kind !== 'line' || model.series.length < 2) return 0;
  const last = model.series.flatMap((series) => series.points.at(-1) ?? []);
  const known = last.filter((point) => point.value !== null);
  return known.length ? 20 + fontSize * Math.max(...known.map(({ label }) => emWidth(label))) : 0;
}

/** The last value of each of several lines, at its end, pushed apart where they would touch. */
export function endLabels(model: ChartModel, layout: ChartLayout): Text[] {
  const { plot, fontSize } = layout;
  const needed = endLabelWidth(model, fontSize);
  if (!needed || (layout.slots.at(-1)?.x ?? 0) + needed > layout.width) return [];
  const gap = fontSize * 1.15;
  const last = layout.slots.length - 1;
  const texts = layout.points
    .filter((point) => point.point === last)
    .sort((a, b) => a.y - b.y)
    .map(({ series, x, y }): Text => ({
      role: 'end',
      text: model.series[series]!.points[last]!.label,
      x: x + 18,
      y: y + fontSize * 0.35,
      series,
    }));
  let floor = -Infinity;
  for (const text of texts) floor = (text.y = Math.max(text.y, floor)) + gap;
  let ceiling = plot.y + plot.h + fontSize * 0.35;
  for (const text of texts.toReversed()) ceiling = (text.y = half(Math.min(text.y, ceiling))) - gap;
  return texts;
}
