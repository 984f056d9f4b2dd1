/**
 * Print patterns of the series, by colour index; 0 is plain black. None is the 45° hatch, which means "provisional".
 * Each draws in a tile of 6 × 6.
 */
const tiles = [
  null,
  'M0 0h2v6H0z', // upright stripes
  'M0 0h6v1.2H0z', // level lines
  'M0 0h3v3H0zM3 3h3v3H3z', // chequers
  'M0 0h6v1H1v5H0z', // squared
  'M2 2h2v2H2z', // dots
  'M0 0h6v6H0z', // grey
];

/**
 * The patterns a page needs to print its charts: a hidden element to put once in a page, before its first chart.
 * `chart.css` refers to it in print; without it the series print in greys.
 */
export const printPatterns = `<svg class="print-patterns" width="0" height="0" aria-hidden="true">${tiles
  .map((d, index) =>
    d
      ? `<pattern id="print-${index}" width="6" height="6" patternUnits="userSpaceOnUse"><path d="M0 0h6v6H0z" fill="#fff"/><path d="${d}"${index === 6 ? ' fill="#bbb"' : ''}/></pattern>`
      : '',
  )
  .join('')}</svg>`;
