import type { Look } from '../../layout-types.ts';

/** 1 pt in English metric units, the unit of drawings. */
export const PT = 12700;

/** Of a series, as `#rrggbb`; `alpha` in per cent. */
const solid = (colour: string, alpha = 100) =>
  `<a:srgbClr val="${colour.slice(1).toUpperCase()}"${alpha < 100 ? `><a:alpha val="${alpha * 1000}"/></a:srgbClr>` : '/>'}`;

/** What a chart is written in and stands on: of the theme, so that it is readable wherever it is pasted. */
export const ink = '<a:schemeClr val="tx1"/>';
export const ground = '<a:schemeClr val="bg1"/>';
export const muted = '<a:schemeClr val="tx2"/>';
export const rule = '<a:schemeClr val="bg2"/>';

export const fillWith = (colour: string) => `<a:solidFill>${colour}</a:solidFill>`;

/** @param width pt */
export const lineOf = (width: number, colour: string, dash = 'solid') =>
  `<a:ln w="${Math.round(width * PT)}" cap="${dash === 'solid' ? 'flat' : 'rnd'}">${fillWith(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;

export const noLine = '<a:ln><a:noFill/></a:ln>';

/** A year that is not over is paler. */
const strength = (toDate: boolean) => (toDate ? 50 : 100);

/** The fill and edge of a bar: hatched, hollow, or pale with a dotted edge, as everywhere. */
export function barPaint(colour: string, look: Look, toDate: boolean): string {
  const alpha = strength(toDate);
  const edge = (dash?: string) => lineOf(1.25, solid(colour, alpha), dash);
  switch (look) {
    case 'sample':
      return fillWith(solid(colour, alpha / 5)) + edge('sysDot');
    case 'estimated':
      return fillWith(ground) + edge();
    case 'provisional':
      return `<a:pattFill prst="wdUpDiag"><a:fgClr>${solid(colour, alpha)}</a:fgClr><a:bgClr>${ground}</a:bgClr></a:pattFill>${edge()}`;
    case 'plain':
      return fillWith(solid(colour, alpha)) + noLine;
  }
}

/** The line to a point; dotted from and to a sample. */
export const linePaint = (colour: string, dotted: boolean) =>
  lineOf(2, solid(colour), dotted ? 'sysDot' : 'solid');

/** The point itself. */
export function markerPaint(colour: string, look: Look, toDate: boolean): string {
  const size = look === 'plain' ? 6 : 9;
  const shape = barPaint(colour, look === 'sample' ? 'estimated' : look, toDate);
  return `<c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${shape}</c:spPr></c:marker>`;
}

/** A target: a level stroke in ink, with an edge of paper so that it is seen before a bar. That of a sample is hollow. */
export const targetMarker = (sample: boolean) =>
  `<c:marker><c:symbol val="dash"/><c:size val="24"/><c:spPr>${sample ? fillWith(ground) + lineOf(1, ink, 'sysDot') : fillWith(ink) + lineOf(1, ground)}</c:spPr></c:marker>`;
