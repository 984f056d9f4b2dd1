import type { Theme } from './palette.ts';
import { palette } from './palette.ts';

/** A paint by name, as an attribute of an SVG element: ` class="b"`, or the same as presentation attributes. */
export type Paint = (name: PaintName) => string;

export const paintNames = [
  'g', // grid
  'z', // zero line
  'b', // filled bar
  'e', // hollow bar: estimated
  'p', // pale bar with a dotted edge: sample
  'o', // dashes of an open edge
  'l', // line
  'd', // dotted line
  'c', // point
  'q', // ring around an estimate or a sample, of which `w` is the hole
  'w', // hole of a ring: paper
  'f', // stripes of the hatch: paper
  'h', // hatched point
  'n', // arrow head of a lower bound
  'k', // target
  'j', // target of a sample
  'r', // series break
  'x', // cross of a gap, rule over missing years
  'm', // text: quiet
  'y', // text: ink
  'v', // text: a value, on a halo of paper
  'a', // text: a name in the plot, on a halo of paper
] as const;
export type PaintName = (typeof paintNames)[number];

/** For pages: classes of `chart.css`, so that both themes and print work without another drawing. */
export const classPaint: Paint = (name) => ` class="${name}"`;

/** For files that stand alone, where a policy may refuse style sheets and a rasteriser may not know variables. */
export function themePaint(theme: Theme): Paint {
  const { paper, rule, ink, muted } = palette[theme];
  const line = 'fill="none" stroke="currentColor"';
  const halo = `paint-order="stroke" stroke="${paper}" stroke-width="4" stroke-linejoin="round"`;
  const table: Record<PaintName, string> = {
    g: `fill="none" stroke="${rule}"`,
    z: `fill="none" stroke="${muted}"`,
    b: 'fill="currentColor"',
    e: `fill="${paper}" stroke="currentColor" stroke-width="1.5"`,
    p: 'fill="currentColor" fill-opacity=".2" stroke="currentColor" stroke-width="1.5" stroke-dasharray="1.5 2.5"',
    o: `${line} stroke-width="3" stroke-dasharray="3"`,
    l: `${line} stroke-width="2" stroke-linejoin="round"`,
    d: `${line} stroke-width="2" stroke-dasharray="2 4"`,
    c: `${line} stroke-width="7" stroke-linecap="round"`,
    q: `${line} stroke-width="9" stroke-linecap="round"`,
    w: `fill="none" stroke="${paper}" stroke-width="5" stroke-linecap="round"`,
    f: `stroke="${paper}" stroke-width="4"`,
    h: 'fill="none" stroke-width="9" stroke-linecap="round"',
    n: `${line} stroke-width="1.5"`,
    k: `fill="none" stroke="${ink}" stroke-width="2"`,
    j: `fill="none" stroke="${ink}" stroke-width="2" stroke-dasharray="2"`,
    r: `fill="none" stroke="${muted}" stroke-dasharray="4 3"`,
    x: `fill="none" stroke="${muted}"`,
    m: `fill="${muted}"`,
    y: `fill="${ink}"`,
    v: `fill="${ink}" font-weight="600" ${halo}`,
    a: `fill="${ink}" ${halo}`,
  };
  return (name) => ` ${table[name]}`;
}
