import * as m from '$lib/paraglide/messages.js';
import { yearsInWords } from '$lib/words/lists.ts';
import { escapeXml } from '../escape.ts';
import { drawnLegend } from '../legend.ts';
import { palette, type Theme } from '../palette.ts';
import { attributePaint, type Paint } from '../svg-paint.ts';
import { swatchShape, type Swatch } from '../svg-swatch.ts';
import { clip, emWidth } from '../text-width.ts';
import type { ChartModel } from '../types.ts';
import type { Part, Place } from './column.ts';

export interface Key {
  swatch: Swatch;
  label: string;
}

const SIZE = 12;
const ROW = 20;

/** The series, in the order of a stack from its top. One alone is named by the subtitle. */
export const seriesKeys = ({ series, kind }: ChartModel): Key[] =>
  series.length > 1
    ? series
        .map(({ colour, name }) => ({ swatch: { colour, line: kind === 'line' }, label: name }))
        .toReversed()
    : [];

const drawnSeries = ({ series, total }: ChartModel) => [...series, ...(total ? [total] : [])];

/** The marks that can be seen. That a year has no value at all is said by the drawing itself. */
export const markKeys = (model: ChartModel): Key[] =>
  drawnLegend(model)
    .filter(({ mark }) => mark !== 'missing')
    .map(({ mark, label }) => ({ swatch: { mark }, label }));

/** The years of which only parts are missing, as a line: nothing is drawn for those. Empty where there are none. */
export function partsMissing(model: ChartModel): string {
  const { years, locale } = model;
  const partly = years.filter((_, i) => {
    const ofYear = drawnSeries(model).map((one) => one.points[i]!);
    return (
      ofYear.some(({ value }) => value !== null) &&
      ofYear.some(({ marks }) => marks.includes('missing'))
    );
  });
  if (!partly.length) return '';
  const list = m.chart_note_years(
    { kind: 'parts', years: yearsInWords(partly, locale) },
    { locale },
  );
  return m.chart_notes({ list }, { locale });
}

/** Keys in rows from (x, y) down, and the height they take. */
export function setKeys(keys: Key[], { x, y, room }: Place, theme: Theme): Part {
  if (!keys.length) return { svg: '', height: 0 };
  const colours = palette[theme];
  let left = x;
  let row = 0;
  const drawn = keys.map(({ swatch, label }) => {
    const base = attributePaint(colours, 'mark' in swatch ? 0 : swatch.colour);
    const paint: Paint = (name) =>
      name === 'f' ? ` fill="none" stroke="${colours.paper}" stroke-width="2"` : base(name);
    const shape = swatchShape(swatch, paint);
    const indent = shape ? 22 : 0;
    const text = clip(label, SIZE, room - indent);
    const width = indent + emWidth(text) * SIZE;
    if (left > x && left + width > x + room) {
      left = x;
      row++;
    }
    const top = y + row * ROW;
    const at = Math.round(left);
    left += width + 16;
    return `${shape && `<g transform="translate(${at} ${top + 3})">${shape}</g>`}<text x="${at + indent}" y="${top + 13}" fill="${colours.muted}">${escapeXml(text)}</text>`;
  });
  return { svg: `<g font-size="${SIZE}">${drawn.join('')}</g>`, height: (row + 1) * ROW };
}
