import type { Bar } from '../../lib/chart/layout-types.ts';
import { paints } from '../../lib/chart/svg-paint.ts';
import type { PaintName, PaintStyle } from '../../lib/chart/svg-paint.ts';

/** Colours of the page as they are now, by custom property: the theme may be the reader's or the system's. */
export interface Inks {
  paper: string;
  rule: string;
  muted: string;
  ink: string;
  accent: string;
  series: string[];
}

export function readInks(element: Element): Inks {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: of('paper'),
    rule: of('rule'),
    muted: of('muted'),
    ink: of('ink'),
    accent: of('accent'),
    series: Array.from({ length: 7 }, (_, index) => of(`s${index}`)),
  };
}

/** Paints an SVG path by the name of its paint: the same paths and paints as in `svg.ts`. */
export function paintPath(
  context: CanvasRenderingContext2D,
  path: string,
  name: PaintName,
  inks: Inks,
  { colour = 0, opacity = 1 }: { colour?: number; opacity?: number } = {},
): void {
  const style: PaintStyle = paints[name];
  const ink = (one: NonNullable<PaintStyle['fill']>) =>
    one === 'series' ? inks.series[colour]! : inks[one];
  const shape = new Path2D(path);
  context.save();
  if (style.fill) {
    context.globalAlpha = opacity * (style.fillOpacity ?? 1);
    context.fillStyle = ink(style.fill);
    context.fill(shape);
  }
  if (style.stroke) {
    context.globalAlpha = opacity;
    context.strokeStyle = ink(style.stroke);
    context.lineWidth = style.width ?? 1;
    context.lineCap = style.round ? 'round' : 'butt';
    context.setLineDash(style.dash ?? []);
    context.stroke(shape);
  }
  context.restore();
}

/** Stripes of paper over a shape: every 5 px, 2 px wide, at 45° from the origin, like the SVG's pattern. */
export function hatch(
  context: CanvasRenderingContext2D,
  path: string,
  { x, y, w, h }: Pick<Bar, 'x' | 'y' | 'w' | 'h'>,
  paper: string,
): void {
  const across = Math.SQRT1_2;
  context.save();
  context.clip(new Path2D(path));
  context.rotate(Math.PI / 4);
  context.fillStyle = paper;
  const last = (x + w + y + h) * across;
  for (let at = Math.floor(((x + y) * across) / 5) * 5; at < last; at += 5)
    context.fillRect(at, (y - x - w) * across, 2, (w + h) * across);
  context.restore();
}
