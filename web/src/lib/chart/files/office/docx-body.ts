import * as m from '$lib/paraglide/messages.js';
import { markSign } from '$lib/words/marks.ts';
import { tableOf } from '../../table.ts';
import type { ChartFile } from '../chart-file.ts';
import { inValue } from '../xlsx.ts';
import { isDrawn } from './chart-columns.ts';
import { inlineChart, picture } from './docx-drawing.ts';
import { wordKeys } from './docx-keys.ts';
import { wordTable } from './docx-table.ts';
import type { WordText } from './docx-text.ts';
import { PT } from './paint.ts';
import { tableBlocks, yearsAcross } from './table-blocks.ts';
import { notesOf, whose } from './words.ts';

/** Twips: A4 upright with 2.3 cm on each side. */
export const PAGE = { width: 11906, height: 16838, margin: 1304 };
const ROOM = PAGE.width - 2 * PAGE.margin;
/** pt: of the chart. */
export const FRAME = { width: ROOM / 20, height: 232, fontSize: 9 };
/** EMU: the code is 2.2 cm wide. */
const CODE = 792000;

/** The chart, its marks and its caption; in words where there is nothing to draw. */
export function writeFigure({ model }: ChartFile, text: WordText): string {
  const { locale, empty, sentence, subtitle } = model;
  const { run, paragraph, caption } = text;
  if (!isDrawn(model)) return paragraph('Chart', run(empty ?? sentence));
  const size = { width: Math.round(FRAME.width * PT), height: FRAME.height * PT };
  const stop = m.office_caption_stop({}, { locale });
  const notes = notesOf(model, model.footnotes);
  return [
    paragraph('Chart', inlineChart('rIdChart', size, sentence)),
    wordKeys(model, text) ?? '',
    caption(m.office_figure({}, { locale }), stop, subtitle, '<w:keepNext/>'),
    ...notes.map((note) => paragraph('ChartNote', run(note))),
  ].join('');
}

/** The figures, with all that is said of them. */
export function writeFigures({ model }: ChartFile, { run, paragraph, caption }: WordText): string {
  const { locale, subtitle, legend, footnotes } = model;
  const table = tableOf(model);
  const years = yearsAcross(table, { width: FRAME.width, size: 9, most: 9 }, locale);
  const blocks = tableBlocks(table, { years, rows: Infinity });
  const stop = m.office_caption_stop({}, { locale });
  const signed = legend.filter(({ mark }) => !inValue.includes(mark));
  const signs = signed.map(
    ({ mark, label }, i) =>
      `${i ? run('\u2003') : ''}${run(markSign(mark, locale), { raised: true })}${run(` ${label}`)}`,
  );
  const text = { run, paragraph, caption };
  const tables = blocks.map((block) => wordTable(block, { width: ROOM, locale }, text));
  return [
    caption(
      m.office_table({}, { locale }),
      stop,
      subtitle,
      '<w:keepNext/><w:spacing w:before="220"/>',
    ),
    tables.join(paragraph('ChartNote', '', '<w:keepNext/>')),
    paragraph('ChartNote', signs.join(''), '<w:spacing w:before="80" w:after="60"/>'),
    ...footnotes.map((note, i) =>
      paragraph('ChartNote', run(String(i + 1), { raised: true }) + run(` ${note}`)),
    ),
  ].join('');
}

/** Sources, whose record it is, and where a reader can check it. */
export function writeOrigin(file: ChartFile, { run, paragraph }: WordText): string {
  const { model, verification } = file;
  const { locale, sourceLine } = model;
  const lines = [sourceLine, whose(file)].filter((line) => line !== '').map((line) => run(line));
  if (verification) {
    const { code, url } = verification;
    const link = `<w:hyperlink r:id="rIdVerify" w:history="1">${run(url, { style: 'Hyperlink' })}</w:hyperlink>`;
    lines.push(
      run(m.office_code({ code }, { locale })),
      run(m.office_code_at({}, { locale })) + link,
    );
    lines[0] = picture('rIdCode', CODE, m.office_code_image({}, { locale })) + lines[0]!;
  }
  return lines.map((line) => paragraph('ChartNote', line)).join('');
}
