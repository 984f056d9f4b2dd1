import type { ChartSeries, Mark } from './types.ts';

const box = 'M.75 11.25V.75h14.5v10.5z';

/** By mark, in the ink of the page. What has no drawing of its own in a chart ("about") has no swatch. */
const drawn: Partial<Record<Mark, string>> = {
  at_least: '<path class="b" d="M0 12V4h16v8z"/><path class="o" d="M0 2.5h16"/>',
  P: '<path class="b" d="M0 12V0h16v12z"/><path class="f" d="M-1 8L8-1M1 13L15-1M8 13L17 4"/>',
  E: `<path class="e" d="${box}"/>`,
  sample: `<path class="p" d="${box}"/>`,
  year_to_date: '<path class="b" opacity=".5" d="M0 12V0h16v12z"/>',
  missing: '<path class="x" d="M5 3l6 6m0-6l-6 6"/>',
};

/**
 * A small sign for a legend, painted and printed like what it stands for: a mark, or a series as a bar or, of a
 * line chart, as a line. Decorative.
 */
export function drawSwatch(
  of: { mark: Mark } | (Pick<ChartSeries, 'colour'> & { line?: boolean }),
): string {
  const colour = 'mark' in of ? 0 : of.colour;
  const bar = '<path class="b" d="M0 12V0h16v12z"/>';
  const line = '<path class="l" d="M0 6h16"/>';
  const shape = 'mark' in of ? drawn[of.mark] : of.line ? line : bar;
  if (!shape) return '';
  return `<svg class="chart swatch" viewBox="0 0 16 12" width="16" height="12" aria-hidden="true"><g class="s${colour}">${shape}</g></svg>`;
}
