import type { Paint, PaintName } from './svg-paint.ts';
import { classPaint } from './svg-paint.ts';
import type { ChartSeries, Mark } from './types.ts';

type Part = [name: PaintName, d: string, more?: string];

const box = 'M.75 11.25V.75h14.5v10.5z';
const bar = 'M0 12V0h16v12z';

/** By mark, in the ink of the page. What has no drawing of its own in a chart ("about") has no swatch. */
const drawn: Partial<Record<Mark, Part[]>> = {
  at_least: [
    ['b', 'M0 12V4h16v8z'],
    ['o', 'M0 2.5h16'],
  ],
  P: [
    ['b', bar],
    ['f', 'M-1 8L8-1M1 13L15-1M8 13L17 4'],
  ],
  E: [['e', box]],
  sample: [['p', box]],
  year_to_date: [['b', bar, ' opacity=".5"']],
  missing: [['x', 'M5 3l6 6m0-6l-6 6']],
};

/** What a swatch stands for: a mark, or a series as a bar or, of a line chart, as a line. */
export type Swatch = { mark: Mark } | (Pick<ChartSeries, 'colour'> & { line?: boolean });

/** The shape of a swatch in a box of 16 × 12; empty where what it stands for has none. */
export function swatchShape(of: Swatch, paint: Paint): string {
  const parts: Part[] =
    'mark' in of ? (drawn[of.mark] ?? []) : of.line ? [['l', 'M0 6h16']] : [['b', bar]];
  return parts.map(([name, d, more = '']) => `<path${paint(name)}${more} d="${d}"/>`).join('');
}

/** A small sign for a legend of a page, painted and printed like what it stands for. Decorative. */
export function drawSwatch(of: Swatch): string {
  const colour = 'mark' in of ? 0 : of.colour;
  const shape = swatchShape(of, classPaint);
  if (!shape) return '';
  return `<svg class="chart swatch" viewBox="0 0 16 12" width="16" height="12" aria-hidden="true"><g class="s${colour}">${shape}</g></svg>`;
}
