import { lookOf } from '../../bars.ts';
import { escapeXml } from '../../escape.ts';
import type { Palette } from '../../palette.ts';
import type { ChartColumn } from './chart-columns.ts';
import { SHEET, letterOf } from './chart-sheet.ts';
import { writeLabels } from './chart-labels.ts';
import { barPaint, linePaint, markerPaint, noLine, targetMarker } from './paint.ts';

interface SeriesContext {
  categories: string[];
  colours: Palette;
  /** pt: of the labels. */
  fontSize: number;
  stacked: boolean;
  several: boolean;
}

const cells = (column: string, first: number, last: number) =>
  `<c:f>${SHEET}!$${column}$${first}${last > first ? `:$${column}$${last}` : ''}</c:f>`;

const point = (i: number, text: string) => `<c:pt idx="${i}"><c:v>${text}</c:v></c:pt>`;

/** Where the name is in the sheet, and the name. `order` is the column's place among all. */
const head = ({ name }: ChartColumn, order: number) =>
  `<c:idx val="${order}"/><c:order val="${order}"/><c:tx><c:strRef>${cells(letterOf(order + 1), 1, 1)}<c:strCache><c:ptCount val="1"/>${point(0, escapeXml(name))}</c:strCache></c:strRef></c:tx>`;

/** Where years and values are, and a copy of them. What is not known has no point. */
function data({ values, formats }: ChartColumn, order: number, categories: string[]): string {
  const count = `<c:ptCount val="${categories.length}"/>`;
  const last = categories.length + 1;
  const names = categories.map((text, i) => point(i, escapeXml(text)));
  const numbers = values.map((value, i) => (value === null ? '' : point(i, String(value))));
  const usual = escapeXml(formats.find((_, i) => values[i] !== null) ?? 'General');
  return `<c:cat><c:strRef>${cells('A', 2, last)}<c:strCache>${count}${names.join('')}</c:strCache></c:strRef></c:cat><c:val><c:numRef>${cells(letterOf(order + 1), 2, last)}<c:numCache><c:formatCode>${usual}</c:formatCode>${count}${numbers.join('')}</c:numCache></c:numRef></c:val>`;
}

/** A series of bars; each that is not plainly known is painted by itself. */
export function writeBars(column: ChartColumn, order: number, context: SeriesContext): string {
  const { categories, colours, fontSize, stacked } = context;
  const colour = colours.series[column.colour]!;
  const marked = column.points.map((one, i) => {
    const look = lookOf(one);
    if (one.value === null || (look === 'plain' && !one.yearToDate)) return '';
    const paint = barPaint(colour, look, one.yearToDate);
    return `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${paint}</c:spPr></c:dPt>`;
  });
  const labels = writeLabels(column.labels, {
    size: stacked ? fontSize - 1 : fontSize,
    position: stacked ? 'ctr' : 'outEnd',
    boxed: stacked,
  });
  return `<c:ser>${head(column, order)}<c:spPr>${barPaint(colour, 'plain', false)}</c:spPr><c:invertIfNegative val="0"/>${marked.join('')}${labels}${data(column, order, categories)}</c:ser>`;
}

/** A line that ends at a gap, each point with its mark. */
export function writeLine(column: ChartColumn, order: number, context: SeriesContext): string {
  const { categories, colours, fontSize, several } = context;
  const colour = colours.series[column.colour]!;
  const marked = column.points.map((one, i) => {
    const look = lookOf(one);
    const dotted = one.sample || column.points[i - 1]?.sample === true;
    if (one.value === null || (look === 'plain' && !one.yearToDate && !dotted)) return '';
    return `<c:dPt><c:idx val="${i}"/>${markerPaint(colour, look, one.yearToDate)}<c:bubble3D val="0"/><c:spPr>${linePaint(colour, dotted)}</c:spPr></c:dPt>`;
  });
  const labels = writeLabels(column.labels, {
    size: fontSize,
    position: several ? 'r' : 't',
    boxed: false,
  });
  return `<c:ser>${head(column, order)}<c:spPr>${linePaint(colour, false)}</c:spPr>${markerPaint(colour, 'plain', false)}${marked.join('')}${labels}${data(column, order, categories)}<c:smooth val="0"/></c:ser>`;
}

/** Targets as strokes; or the sums of a stack, of which only the numbers are seen, above it. */
export function writeUnlined(column: ChartColumn, order: number, context: SeriesContext): string {
  const { categories, fontSize } = context;
  const isTarget = column.role === 'target';
  const marker = isTarget ? targetMarker(false) : '<c:marker><c:symbol val="none"/></c:marker>';
  const samples = [...column.samples].map(
    (i) =>
      `<c:dPt><c:idx val="${i}"/>${targetMarker(true)}<c:bubble3D val="0"/><c:spPr>${noLine}</c:spPr></c:dPt>`,
  );
  const labels = writeLabels(column.labels, { size: fontSize, position: 't', boxed: false });
  return `<c:ser>${head(column, order)}<c:spPr>${noLine}</c:spPr>${marker}${samples.join('')}${labels}${data(column, order, categories)}<c:smooth val="0"/></c:ser>`;
}
