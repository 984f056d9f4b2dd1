import * as m from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/words/locale.ts';
import { escapeXml } from '../../escape.ts';
import { emWidth } from '../../text-width.ts';
import type { ChartTable } from '../../types.ts';
import type { WordText } from './docx-text.ts';
import { signsOf } from './table-signs.ts';

/** pt of its text, and twips of the space beside it. */
const SIZE = 9;
const MARGIN = 60;

const border = (side: string, eighths: number) =>
  `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="17212B"/>`;

/** In twips: the names as wide as they need, within reason; the years share the rest. */
function columnWidths({ rows, years }: ChartTable, width: number): number[] {
  const longest = Math.max(...rows.map(({ name }) => emWidth(name))) * SIZE * 20 + 2 * MARGIN;
  const most = width * (years.length > 6 ? 0.26 : 0.4);
  const names = Math.round(Math.min(most, Math.max(width * 0.12, longest)));
  const each = Math.floor((width - names) / years.length);
  return [width - each * years.length, ...years.map(() => each)];
}

/**
 * A table of Word: years as columns, the total last and bold, rules above, below and under the years. Its head is
 * repeated on each page, and no row is split.
 *
 * @param width twips
 */
export function wordTable(
  table: ChartTable,
  { width, locale }: { width: number; locale: Locale },
  { run, paragraph }: WordText,
): string {
  const widths = columnWidths(table, width);
  const cell = (at: number, runs: string, more = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/>${more}<w:vAlign w:val="center"/></w:tcPr>${paragraph('ChartTable', runs, `<w:keepNext/><w:jc w:val="${at ? 'right' : 'left'}"/>`)}</w:tc>`;
  const under = `<w:tcBorders>${border('bottom', 6)}</w:tcBorders>`;
  const bold = { bold: true } as const;
  const head = [m.table_name({}, { locale }), ...table.years.map(String)].map((text, at) =>
    cell(at, run(text, bold), under),
  );
  const rows = table.rows.map(({ name, total, cells }) => {
    const strong = total ? bold : {};
    const values = cells.map((one, i) => {
      const signs = signsOf(one, locale);
      const text = run(one.text, one.missing ? { quiet: true } : strong);
      return cell(i + 1, text + (signs && run(signs, { raised: true })));
    });
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(0, run(name, strong))}${values.join('')}</w:tr>`;
  });
  const margin = (side: string) => `<w:${side} w:w="${MARGIN}" w:type="dxa"/>`;
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${border('top', 12)}${border('bottom', 12)}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margin('left')}${margin('right')}</w:tblCellMar><w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/><w:tblCaption w:val="${escapeXml(table.caption)}"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>`,
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.join('')}</w:tr>`,
    `${rows.join('')}</w:tbl>`,
  ].join('');
}
