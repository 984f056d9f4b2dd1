import * as m from '$lib/paraglide/messages.js';
import { markSign } from '$lib/words/marks.ts';
import { tableOf } from '../../table.ts';
import type { ChartFile, ImageStyle } from '../chart-file.ts';
import { inValue } from '../xlsx.ts';
import { isDrawn } from './chart-columns.ts';
import { chartParts } from './chart.ts';
import { coreProperties } from './core.ts';
import { inlineChart, picture } from './docx-drawing.ts';
import { wordKeys } from './docx-keys.ts';
import { wordSettings, wordStyles } from './docx-styles.ts';
import { wordTable } from './docx-table.ts';
import { wordText, type WordText } from './docx-text.ts';
import { packOffice, RELATIONS, type OfficePart, type Relation } from './package.ts';
import { PT } from './paint.ts';
import { qrImage } from './qr.ts';
import { tableBlocks } from './table-blocks.ts';
import { themePart } from './theme.ts';
import { notesOf, whose } from './words.ts';

/** Twips: A4 upright with 2.3 cm on each side. */
const PAGE = { width: 11906, height: 16838, margin: 1304 };
const ROOM = PAGE.width - 2 * PAGE.margin;
/** pt. */
const FRAME = { width: ROOM / 20, height: 244, fontSize: 9 };
/** EMU: the code is 2.2 cm wide. */
const CODE = 792000;

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';

/** The chart, its marks and its caption; in words where there is nothing to draw. */
function writeFigure({ model }: ChartFile, text: WordText): string {
  const { locale, empty, sentence, subtitle } = model;
  const { run, paragraph, caption } = text;
  const next = '<w:keepNext/>';
  const size = { width: Math.round(FRAME.width * PT), height: FRAME.height * PT };
  const drawn = isDrawn(model)
    ? paragraph('Chart', inlineChart('rIdChart', size, sentence))
    : paragraph('Chart', run(empty ?? sentence));
  const keys = isDrawn(model) ? wordKeys(model, text) : null;
  const notes = notesOf(model, model.footnotes);
  return [
    drawn,
    keys ?? '',
    caption(m.office_figure({}, { locale }), m.office_caption_stop({}, { locale }), subtitle, next),
    ...notes.map((note) => paragraph('ChartNote', run(note))),
  ].join('');
}

/** The figures, with all that is said of them. */
function writeFigures({ model }: ChartFile, { run, paragraph, caption }: WordText): string {
  const { locale, subtitle, legend, footnotes } = model;
  const blocks = tableBlocks(tableOf(model), { years: 9, rows: Infinity });
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
      '<w:keepNext/><w:spacing w:before="320"/>',
    ),
    tables.join(paragraph('ChartNote', '', '<w:keepNext/>')),
    paragraph('ChartNote', signs.join(''), '<w:spacing w:before="80" w:after="60"/>'),
    ...footnotes.map((note, i) =>
      paragraph('ChartNote', run(String(i + 1), { raised: true }) + run(` ${note}`)),
    ),
  ].join('');
}

/** Sources, whose record it is, and where a reader can check it. */
function writeOrigin(file: ChartFile, { run, paragraph }: WordText): string {
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

function codeParts({ verification }: ChartFile): { parts: OfficePart[]; relations: Relation[] } {
  if (!verification) return { parts: [], relations: [] };
  const path = 'word/media/code.png';
  return {
    parts: [{ path, type: 'image/png', body: qrImage(verification.url) }],
    relations: [
      { id: 'rIdCode', type: 'image', target: path },
      { id: 'rIdVerify', type: 'hyperlink', target: verification.url, external: true },
    ],
  };
}

/**
 * The chart for Word and WPS: one that they draw and edit themselves, with a caption, the table, notes, sources and
 * release. On white, whatever the theme. The same bytes for the same chart.
 */
export function writeDocx(file: ChartFile, { titled }: Pick<ImageStyle, 'titled'>) {
  const { model } = file;
  const { locale } = model;
  const text = wordText(locale);
  const { width, height, margin } = PAGE;
  const page = `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="1304" w:right="${margin}" w:bottom="1304" w:left="${margin}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`;
  const chart = isDrawn(model) ? chartParts(file, FRAME, { folder: 'word', theme: 'light' }) : [];
  const code = codeParts(file);
  const styles = [
    wordStyles(locale),
    wordSettings(locale),
    themePart('word/theme/theme1.xml', 'light'),
  ];
  const relations: Relation[] = [
    { id: 'rIdStyles', type: 'styles', target: 'word/styles.xml' },
    { id: 'rIdSettings', type: 'settings', target: 'word/settings.xml' },
    { id: 'rIdTheme', type: 'theme', target: 'word/theme/theme1.xml' },
    ...(chart[0] ? [{ id: 'rIdChart', type: 'chart', target: chart[0].path }] : []),
    ...code.relations,
  ];
  const document: OfficePart = {
    path: 'word/document.xml',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    body: [
      `<w:document ${spaces} xmlns:r="${RELATIONS}"><w:body>`,
      titled ? text.paragraph('Heading1', text.run(model.title)) : '',
      writeFigure(file, text),
      writeFigures(file, text),
      writeOrigin(file, text),
      `${page}</w:body></w:document>`,
    ].join(''),
    relations,
  };
  return packOffice([document, ...styles, ...chart, ...code.parts, coreProperties(file)]);
}
