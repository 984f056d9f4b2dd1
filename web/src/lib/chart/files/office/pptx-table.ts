import * as m from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/words/locale.ts';
import { emWidth } from '../../text-width.ts';
import type { ChartTable } from '../../types.ts';
import { ink, lineOf, noLine, PT, rule } from './paint.ts';
import { writeLines, type Line } from './pptx-text.ts';
import { widestNumber } from './table-blocks.ts';
import { signsOf } from './table-signs.ts';

/** pt of a row of one line. */
export const ROW = 28;

const edge = (side: 'L' | 'R' | 'T' | 'B', line: string) =>
  line.replace('<a:ln', `<a:ln${side}`).replace('</a:ln>', `</a:ln${side}>`);

const borders = (above: string, below: string) =>
  edge('L', noLine) + edge('R', noLine) + edge('T', above) + edge('B', below);

/** pt: the names as wide as they need, within reason; the years share the rest. */
function columnWidths(table: ChartTable, width: number, size: number, locale: Locale): number[] {
  const { rows, years } = table;
  const longest = Math.max(...rows.map(({ name }) => emWidth(name))) * size + 12;
  const names = Math.min(width * (years.length > 8 ? 0.24 : 0.36), Math.max(90, longest));
  const widest = Math.max(110, widestNumber(table, locale) * size + 8);
  const each = Math.min(widest, (width - names) / years.length);
  return [names, ...years.map(() => each)];
}

/** A table of PowerPoint, as in print: rules and no boxes, the total last and bold. */
export function slideTable(
  table: ChartTable,
  { width, size, locale }: { width: number; size: number; locale: Locale },
): { xml: string; width: number } {
  const widths = columnWidths(table, width, size, locale);
  const strong = lineOf(1.5, ink);
  const thin = lineOf(0.75, ink);
  const hair = lineOf(0.5, rule);
  const cell = (line: Line, at: number, lines: string) =>
    `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${writeLines([line], locale, at ? 'r' : 'l')}</a:txBody><a:tcPr marL="38100" marR="38100" marT="38100" marB="38100" anchor="ctr">${lines}<a:noFill/></a:tcPr></a:tc>`;
  const row = (cells: Line[], lines: string) =>
    `<a:tr h="${ROW * PT}">${cells.map((line, at) => cell(line, at, lines)).join('')}</a:tr>`;

  const head = [m.table_name({}, { locale }), ...table.years.map(String)];
  const rows = table.rows.map(({ name, total, cells }, i) => {
    const style = total ? { size, bold: true as const } : { size };
    const values = cells.map((one): Line => {
      const signs = signsOf(one, locale);
      return [
        [one.text, one.missing ? { size, quiet: true } : style],
        ...(signs ? [[signs, { size, raised: true }] as Line[number]] : []),
      ];
    });
    const last = i === table.rows.length - 1;
    return row([[[name, style]], ...values], borders(i ? hair : thin, last ? strong : hair));
  });
  return {
    width: widths.reduce((all, one) => all + one, 0),
    xml: `<a:tbl><a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>${widths.map((one) => `<a:gridCol w="${Math.round(one * PT)}"/>`).join('')}</a:tblGrid>${row(
      head.map((text): Line => [[text, { size, bold: true }]]),
      borders(strong, thin),
    )}${rows.join('')}</a:tbl>`,
  };
}
