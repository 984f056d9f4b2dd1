/**
 * Print patterns of the series, by colour index; 0 is plain black and 6 plain grey, without one. None is the 45°
 * hatch, which means "provisional". Each fills a tile of 6 × 6.
 */
const tiles = [
  [1, 'M0 0h2v6H0z'], // upright stripes
  [2, 'M0 0h6v1H0z'], // level lines
  [3, 'M0 0h3v3H0zM3 3h3v3H3z'], // chequers
  [4, 'M0 0h6v1H1v5H0z'], // squares
  [5, 'M1 1h2v2H1z'], // dots
] as const;

/**
 * The patterns a page needs to print its charts: a hidden element to put once in a page, before its first
 * chart. `chart.css` refers to it in print; without it the series print in greys.
 */
export const printPatterns = `<svg class="print-patterns" width="0" height="0" aria-hidden="true">${tiles
  .map(
    ([index, d]) =>
      `<pattern id="print-${index}" width="6" height="6" patternUnits="userSpaceOnUse"><path fill="#fff" d="M0 0h6v6H0z"/><path d="${d}"/></pattern>`,
  )
  .join('')}</svg>`;
