import type { ChartSize } from './types.ts';

/** What a chart is laid out in, px. `plot`: height of the plot box; `bar`: its widest bar. */
export interface Frame {
  width: number;
  plot: number;
  fontSize: number;
  bar: number;
}

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** How a value is drawn: filled, hatched, hollow, or pale with a dotted edge. The last that applies wins. */
export type Look = 'plain' | 'provisional' | 'estimated' | 'sample';

/** One drawn value. `series` and `point` are indexes into the model. */
export interface MarkedPoint {
  series: number;
  point: number;
  look: Look;
  /** A lower bound: the edge at the value is open. */
  open: boolean;
  /** The year is not over: paler. */
  toDate: boolean;
}

/** The value's end is the top, or the bottom where `down`. */
export interface Bar extends Box, MarkedPoint {
  down: boolean;
}

export interface LinePoint extends MarkedPoint {
  x: number;
  y: number;
}

/** A line through neighbouring years; it ends at a gap. `dotted`: one of its ends is a sample. */
export interface LineRun {
  series: number;
  dotted: boolean;
  xy: [number, number][];
}

export type TextRole =
  'tick' | 'year' | 'value' | 'end' | 'gap' | 'target' | 'break' | 'note' | 'empty';

/** `y` is the alphabetic baseline. */
export interface Text {
  role: TextRole;
  text: string;
  x: number;
  y: number;
  /** Of a label at a line's end: which series it belongs to. */
  series?: number;
}

/** A small sign that stands before a note under the chart, and where it is drawn in the plot. */
export type NoteSign = 'gap' | 'target' | 'break';

/**
 * Where everything of a chart is, in px of its view box. Plain data, without words of its own: the SVG and the
 * canvas are drawn from the same one.
 */
export interface ChartLayout {
  /** Null in a frame of its own. */
  size: ChartSize | null;
  width: number;
  height: number;
  fontSize: number;
  plot: Box;
  scale: { min: number; max: number; ticks: { value: number; y: number }[] };
  /** y of zero. */
  baseline: number;
  /** One per year: its centre, the width of the slot and of its bar. */
  slots: { year: number; x: number; w: number; bar: number }[];
  bars: Bar[];
  points: LinePoint[];
  runs: LineRun[];
  targets: { x: number; y: number; w: number; sample: boolean }[];
  /** Dashed verticals. */
  breaks: { x: number }[];
  /** Small crosses in the axis band, where the words do not fit. */
  crosses: { x: number; y: number }[];
  /** Rules above the words for several missing years in a row. */
  spans: { x: number; y: number; w: number }[];
  signs: { sign: NoteSign; x: number; y: number }[];
  texts: Text[];
}

/** Where a text is held: by its middle, its end, or its start. */
export const anchors: Record<TextRole, 'start' | 'middle' | 'end'> = {
  tick: 'end',
  year: 'middle',
  value: 'middle',
  end: 'start',
  gap: 'middle',
  target: 'middle',
  break: 'start',
  note: 'start',
  empty: 'middle',
};

/** Texts a step smaller than `fontSize`. */
export const smallRoles: ReadonlySet<TextRole> = new Set(['gap', 'target', 'break', 'note']);
