import { printable } from './escape.ts';
import { placeBars, placeLines, stackEnds } from './bars.ts';
import { endLabels, endLabelWidth, valueLabels, yearLabels } from './labels.ts';
import { markGaps, nameBreaks, nameTargets, setNotes } from './labels-notes.ts';
import type { Note } from './labels-notes.ts';
import type { ChartLayout, Frame } from './layout-types.ts';
import { half, niceScale } from './scale.ts';
import { clip, emWidth, wrapInTwo } from './text-width.ts';
import type { ChartModel, ChartSize } from './types.ts';

/** px. `plot`: height of the plot box; the whole grows with what has to be said below it. */
const sizes: Record<ChartSize, Frame> = {
  tiny: { width: 240, plot: 150, fontSize: 12, bar: 28 },
  narrow: { width: 342, plot: 186, fontSize: 12, bar: 36 },
  wide: { width: 560, plot: 236, fontSize: 13, bar: 52 },
  large: { width: 880, plot: 336, fontSize: 13, bar: 72 },
};

/** The values the scale must cover: ends of bars or points, and targets of the years shown. */
function extremes(model: ChartModel): number[] {
  const drawn =
    model.kind === 'line'
      ? model.series.flatMap((series) => series.points.map((point) => point.value ?? 0))
      : stackEnds(model).flatMap(({ low, high }) => [low, high]);
  const targets = model.annotations.map(({ year, value }) =>
    model.years.includes(year) ? (value ?? 0) : 0,
  );
  const share = model.show === 'share' && model.kind === 'stacked' ? [100] : [];
  // A sum of parts may miss 100 by a rounding error, which must not cost a tick.
  return [
    ...drawn.map((value) => (share.length ? Math.min(100, value) : value)),
    ...targets,
    ...share,
  ];
}

/** Room right of the plot for the labels at the ends of lines; they may stand in half of the last slot. */
function endRoom(model: ChartModel, { width, fontSize }: Frame, left: number): number {
  const needed = endLabelWidth(model, fontSize);
  if (!needed || needed > width / 3) return 0;
  const half = 1 / (2 * model.years.length);
  return Math.max(0, Math.ceil((needed - half * (width - left)) / (1 - half)));
}

/**
 * The geometry of a chart at one size of the pages, or in a frame of its own. `formatTick` writes an axis value (short: "1.2M", "120万") so that neither
 * words nor locales live here. Values are in the model's unit, positions in px of the view box.
 */
export function layoutChart(
  model: ChartModel,
  size: ChartSize | Frame,
  formatTick: (value: number) => string,
): ChartLayout {
  const frame = typeof size === 'string' ? sizes[size] : size;
  const { width, plot: plotHeight, fontSize, bar: widestBar } = frame;
  const some = !model.empty && model.series.some((s) => s.points.some((p) => p.value !== null));
  const scale = niceScale(extremes(model), model.decimals === 0 && model.show !== 'share');
  const labels = some ? scale.ticks.map(formatTick) : [];
  const breakYears = model.annotations
    .filter(({ kind, year }) => some && kind === 'break' && model.years.indexOf(year) > 0)
    .map(({ year }) => year);

  const left = some ? Math.ceil(Math.max(...labels.map(emWidth)) * fontSize) + 8 : 8;
  const top = Math.round(fontSize * 1.7) + (breakYears.length ? 18 : 0);
  const right = 8 + (some ? endRoom(model, frame, left) : 0);
  const plot = { x: left, y: top, w: width - left - right, h: plotHeight };
  const y = (value: number) => plot.y + (plot.h * (scale.max - value)) / (scale.max - scale.min);

  const w = plot.w / Math.max(1, model.years.length);
  const bar = Math.max(2, Math.min(widestBar, Math.round(w * 0.64)));
  const slots = model.years.map((year, index) => ({ year, x: plot.x + w * (index + 0.5), w, bar }));
  const layout: ChartLayout = {
    size: typeof size === 'string' ? size : null,
    width,
    height: 0,
    fontSize,
    plot,
    scale: {
      ...scale,
      ticks: some ? scale.ticks.map((value) => ({ value, y: half(y(value)) })) : [],
    },
    baseline: half(y(0)),
    slots,
    bars: some && model.kind !== 'line' ? placeBars(model, slots, y) : [],
    ...(some && model.kind === 'line' ? placeLines(model, slots, y) : { points: [], runs: [] }),
    targets: [],
    breaks: breakYears.map((year) => ({ x: half(slots[model.years.indexOf(year)]!.x - w / 2) })),
    crosses: [],
    spans: [],
    signs: [],
    texts: [],
  };
  if (!some) {
    const empty = model.empty ?? '';
    const room = width - 16;
    const lines = wrapInTwo(empty, fontSize, room) ?? [clip(empty, fontSize, room)];
    for (const [i, text] of lines.entries()) {
      const y = half(plot.y + plot.h / 2 + i * fontSize * 1.5);
      layout.texts.push({ role: 'empty', text, x: width / 2, y });
    }
    layout.height = plot.y + plot.h + 8;
    return layout;
  }
  for (const { kind, year, value, sample } of model.annotations) {
    const slot = slots[model.years.indexOf(year)];
    if (kind !== 'target' || value === null || !slot) continue;
    const across = Math.min(w - 2, bar + 10);
    layout.targets.push({
      x: half(slot.x - across / 2),
      y: half(y(value)),
      w: half(across),
      sample,
    });
  }

  const notes: Note[] = [];
  const axis = plot.y + plot.h;
  labels.forEach((text, index) =>
    layout.texts.push({
      role: 'tick',
      text,
      x: plot.x - 5,
      y: half(layout.scale.ticks[index]!.y + fontSize * 0.35),
    }),
  );
  layout.texts.push(...valueLabels(model, layout), ...endLabels(model, layout));
  // A value under a bar that reaches the axis pushes the years down.
  const values = layout.texts.filter(({ role }) => role === 'value');
  const below = Math.max(axis, ...values.map(({ y }) => y));
  layout.texts.push(...yearLabels(slots, half(below + fontSize + 6), fontSize));
  let bottom = below + fontSize + 11;
  bottom += markGaps(model, layout, half(bottom), notes);
  nameBreaks(model, layout, fontSize, notes);
  nameTargets(model, layout, notes);
  bottom += setNotes(layout, bottom, notes);
  layout.height = Math.ceil(bottom + 2);
  for (const text of layout.texts) text.text = printable(text.text);
  return layout;
}
