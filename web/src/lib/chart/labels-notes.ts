import { overlap, textBox } from './labels.ts';
import type { Box, ChartLayout, NoteSign, Text } from './layout-types.ts';
import { half } from './scale.ts';
import { clip, emWidth, wrapInTwo } from './text-width.ts';
import type { ChartModel } from './types.ts';

export interface Note {
  sign: NoteSign;
  text: string;
}

/** Years next to each other that have no value at all, for the same reason. */
function missingRuns(model: ChartModel): { first: number; last: number; label: string }[] {
  const runs: { first: number; last: number; label: string }[] = [];
  model.years.forEach((_, index) => {
    const points = [...model.series, ...(model.total ? [model.total] : [])].map(
      (s) => s.points[index],
    );
    if (points.some((point) => point && point.value !== null)) return;
    const label = (model.total?.points[index] ?? points[0])?.label ?? '';
    const run = runs.at(-1);
    if (run?.last === index - 1 && run.label === label) run.last = index;
    else runs.push({ first: index, last: index, label });
  });
  return runs;
}

/**
 * Says why years are empty, under them. Where the words do not fit everywhere: a cross in each, and a note.
 * Returns the height it took below `y`.
 */
export function markGaps(model: ChartModel, layout: ChartLayout, y: number, notes: Note[]): number {
  const runs = missingRuns(model);
  const size = layout.fontSize - 1;
  const slot = layout.slots[0]?.w ?? 0;
  const wrapped = runs.map((run) =>
    wrapInTwo(run.label, size, slot * (run.last - run.first + 1) - 5),
  );
  if (wrapped.includes(null)) {
    for (const run of runs)
      for (let index = run.first; index <= run.last; index++)
        layout.crosses.push({ x: half(layout.slots[index]!.x), y: half(layout.baseline - 7) });
    for (const text of new Set(runs.map((run) => run.label))) notes.push({ sign: 'gap', text });
    return 0;
  }
  runs.forEach((run, index) => {
    const from = layout.slots[run.first]!.x;
    const to = layout.slots[run.last]!.x;
    if (run.last > run.first) layout.spans.push({ x: half(from - 12), y, w: half(to - from + 24) });
    wrapped[index]!.forEach((text, row) =>
      layout.texts.push({
        role: 'gap',
        text,
        x: half((from + to) / 2),
        y: half(y + size * (1.1 + row * 1.2)),
      }),
    );
  });
  return Math.max(0, ...wrapped.map((lines) => lines!.length)) * size * 1.2 + (runs.length ? 4 : 0);
}

/** Names targets beside their marks where there is room, else in a note. */
export function nameTargets(model: ChartModel, layout: ChartLayout, notes: Note[]): void {
  const { fontSize, plot, texts } = layout;
  const targets = model.annotations.filter(
    ({ kind, year, value }) => kind === 'target' && value !== null && model.years.includes(year),
  );
  const taken: Box[] = [
    ...layout.bars,
    ...layout.points.map(({ x, y }) => ({ x: x - 5, y: y - 5, w: 10, h: 10 })),
    ...layout.targets.map(({ x, y, w }) => ({ x, y: y - 2, w, h: 4 })),
    ...layout.breaks.map(({ x }) => ({ x: x - 2, y: 0, w: 4, h: plot.y + plot.h })),
    ...layout.crosses.map(({ x, y }) => ({ x: x - 5, y: y - 5, w: 10, h: 10 })),
  ];
  targets.forEach((target, index) => {
    const mark = layout.targets[index]!;
    const room = emWidth(target.label) * (fontSize - 1) + 4;
    const centre = mark.x + mark.w / 2;
    const x = Math.max(plot.x + room / 2, Math.min(plot.x + plot.w - room / 2, centre));
    const at = [mark.y - 6, mark.y + fontSize + 3]
      .map((y): Text => ({ role: 'target', text: target.label, x: half(x), y: half(y) }))
      .find((text) => {
        const box = textBox(text, fontSize);
        const free = [...taken, ...texts.map((other) => textBox(other, fontSize))];
        const inside = room < plot.w && box.y > 0 && box.y + box.h < plot.y + plot.h;
        return inside && model.kind !== 'line' && !free.some((other) => overlap(box, other));
      });
    if (at) texts.push(at);
    else notes.push({ sign: 'target', text: target.label });
  });
}

/** Names breaks in a row of their own at the top, beside their line, where all fit; else in notes. */
export function nameBreaks(model: ChartModel, layout: ChartLayout, y: number, notes: Note[]): void {
  const breaks = model.annotations.filter(
    ({ kind, year }) => kind === 'break' && model.years.indexOf(year) > 0,
  );
  const room = (index: number) =>
    (layout.breaks[index + 1]?.x ?? layout.width) - layout.breaks[index]!.x - 10;
  const fit = breaks.every(
    ({ label }, index) => emWidth(label) * (layout.fontSize - 1) < room(index),
  );
  breaks.forEach(({ label }, index) => {
    if (fit) layout.texts.push({ role: 'break', text: label, x: layout.breaks[index]!.x + 5, y });
    else notes.push({ sign: 'break', text: label });
  });
}

/** Sets the notes in rows below `y`, each behind its sign. Returns the height they took. */
export function setNotes(layout: ChartLayout, y: number, notes: Note[]): number {
  const { fontSize, plot } = layout;
  const size = fontSize - 1;
  const unique = notes.filter(
    (note, index) => notes.findIndex((n) => n.sign === note.sign && n.text === note.text) === index,
  );
  const left = 8;
  const right = plot.x + plot.w;
  let x = left;
  let row = 0;
  for (const note of unique) {
    const text = clip(note.text, size, right - left - 18);
    const width = 18 + emWidth(text) * size;
    if (x > left && x + width > right) {
      x = left;
      row++;
    }
    const base = half(y + size * (1.3 + row * 1.5));
    layout.signs.push({ sign: note.sign, x: half(x + 6), y: half(base - size * 0.35) });
    layout.texts.push({ role: 'note', text, x: half(x + 18), y: base });
    x += width + 14;
  }
  return unique.length ? size * (1.6 + row * 1.5) : 0;
}
