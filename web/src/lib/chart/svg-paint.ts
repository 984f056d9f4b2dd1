import type { TextRole } from './layout-types.ts';
import type { Palette } from './palette.ts';

type Ink = 'series' | 'paper' | 'rule' | 'muted' | 'ink';

/** How something is painted, in px. `halo`: of paper, behind words. */
export interface PaintStyle {
  fill?: Ink;
  fillOpacity?: number;
  stroke?: Ink;
  width?: number;
  dash?: number[];
  round?: true;
  weight?: 600;
  halo?: true;
}

/** All paints by name. `chart.css` says the same by classes of these names; a browser test compares the two. */
export const paints = {
  /** Grid. */
  g: { stroke: 'rule' },
  /** Zero line. */
  z: { stroke: 'muted' },
  /** Filled bar. */
  b: { fill: 'series' },
  /** Hollow bar: estimated. */
  e: { fill: 'paper', stroke: 'series', width: 1.5 },
  /** Pale bar with a dotted edge: sample. */
  p: { fill: 'series', fillOpacity: 0.2, stroke: 'series', width: 1.5, dash: [1.5, 2.5] },
  /** Dashes of an open edge. */
  o: { stroke: 'series', width: 3, dash: [3, 3] },
  /** Line. */
  l: { stroke: 'series', width: 2 },
  /** Dotted line: from or to a sample. */
  d: { stroke: 'series', width: 2, dash: [2, 4] },
  /** Point. */
  c: { stroke: 'series', width: 7, round: true },
  /** Larger point: hatched, or with a hole. */
  q: { stroke: 'series', width: 9, round: true },
  /** The hole: estimate or sample. */
  w: { stroke: 'paper', width: 5, round: true },
  /** Stripes of the hatch. */
  f: { stroke: 'paper', width: 4 },
  /** Hatched point. */
  h: { width: 9, round: true },
  /** Arrow of a lower bound. */
  n: { stroke: 'series', width: 1.5 },
  /** Target. */
  k: { stroke: 'ink', width: 2 },
  /** Target of a sample. */
  j: { stroke: 'ink', width: 2, dash: [2, 2] },
  /** Series break. */
  r: { stroke: 'muted', dash: [4, 3] },
  /** Cross of a gap, rule under missing years. */
  x: { stroke: 'muted' },
  /** Quiet words. */
  m: { fill: 'muted' },
  /** Words in ink. */
  y: { fill: 'ink' },
  /** A value. */
  v: { fill: 'ink', weight: 600, halo: true },
  /** A name inside the plot. */
  a: { fill: 'ink', halo: true },
} as const satisfies Record<string, PaintStyle>;
export type PaintName = keyof typeof paints;

export const textPaint: Record<TextRole, PaintName> = {
  tick: 'm',
  year: 'y',
  value: 'v',
  end: 'y',
  gap: 'm',
  target: 'a',
  break: 'a',
  note: 'm',
  empty: 'm',
};

/** A paint as attributes of an SVG element, with a space before. */
export type Paint = (name: PaintName) => string;

/** For pages: classes, so that both themes and print work without another drawing. */
export const classPaint: Paint = (name) => ` class="${name}"`;

/**
 * For files that stand alone, where a policy may refuse style sheets and a reader may know neither variables,
 * `currentColor` nor `paint-order`. In place of a halo there is a box of paper behind the words.
 *
 * @param colour index of the series colour
 */
export const attributePaint =
  (colours: Palette, colour = 0): Paint =>
  (name) => {
    const { fill, fillOpacity, stroke, width, dash, round, weight }: PaintStyle = paints[name];
    const ink = (one: Ink) => (one === 'series' ? colours.series[colour]! : colours[one]);
    return [
      name === 'f' || name === 'h' ? '' : ` fill="${fill ? ink(fill) : 'none'}"`,
      fillOpacity ? ` fill-opacity="${fillOpacity}"` : '',
      stroke ? ` stroke="${ink(stroke)}"` : '',
      width ? ` stroke-width="${width}"` : '',
      dash ? ` stroke-dasharray="${dash.join(' ')}"` : '',
      round ? ' stroke-linecap="round"' : '',
      weight ? ` font-weight="${weight}"` : '',
    ].join('');
  };
