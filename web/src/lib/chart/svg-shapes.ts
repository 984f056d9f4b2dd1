import type { Bar, LinePoint, LineRun, NoteSign } from './layout-types.ts';

/** Height of the row of dashes that a filled bar with an open edge ends in. */
const OPEN_EDGE = 3;

export const filled = (look: Bar['look']): boolean => look === 'plain' || look === 'provisional';

/** The path of one bar, beginning at the value's end. An open edge is left out, or left to `openEdge`. */
export function barPath(bar: Bar, baseline: number): string {
  const solid = filled(bar.look);
  const inset = solid ? 0 : 0.75;
  const way = bar.down ? -1 : 1;
  const start = bar.down ? bar.y : bar.y + bar.h;
  // A hairline of paper between the parts of a stack.
  const base = start - way * (start !== baseline && bar.h > 3 ? 1 : 0) - way * inset;
  const end = bar.down ? bar.y + bar.h : bar.y;
  const top = end + way * (bar.open ? (solid ? Math.min(OPEN_EDGE, bar.h) : 0) : inset);
  return `M${bar.x + inset} ${top}V${base}h${bar.w - 2 * inset}V${top}${bar.open && !solid ? '' : 'z'}`;
}

/** The dashes at the open edge of a filled bar. */
export const openEdge = (bar: Bar): string =>
  `M${bar.x} ${bar.down ? bar.y + bar.h - 1.5 : bar.y + 1.5}h${bar.w}`;

export const runPath = (run: LineRun): string =>
  run.xy.map(([x, y], index) => `${index ? 'L' : 'M'}${x} ${y}`).join('');

/** A dot: a line of no length with round ends. */
export const dotPath = ({ x, y }: { x: number; y: number }): string => `M${x} ${y}h.01`;

/** An arrow up from a point that is a lower bound. */
export const openPoint = ({ x, y }: LinePoint): string =>
  `M${x} ${y - 6}v-7m-3.5 3.5l3.5-3.5 3.5 3.5`;

export const crossPath = ({ x, y }: { x: number; y: number }): string =>
  `M${x - 3} ${y - 3}l6 6m0-6l-6 6`;

/** What stands before a note: a small copy of what stands in the plot. */
export const signPath = ({ sign, x, y }: { sign: NoteSign; x: number; y: number }): string =>
  sign === 'gap'
    ? crossPath({ x, y })
    : sign === 'target'
      ? `M${x - 6} ${y}h12`
      : `M${x} ${y - 6}v12`;
