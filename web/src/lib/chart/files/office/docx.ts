import type { ChartFile, ImageStyle } from '../chart-file.ts';
import { isDrawn } from './chart-columns.ts';
import { chartParts } from './chart.ts';
import { coreProperties } from './core.ts';
import { FRAME, PAGE, writeFigure, writeFigures, writeOrigin } from './docx-body.ts';
import { wordSettings, wordStyles } from './docx-styles.ts';
import { wordText } from './docx-text.ts';
import { packOffice, RELATIONS, type OfficePart, type Relation } from './package.ts';
import { qrImage } from './qr.ts';
import { themePart } from './theme.ts';

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';

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
  const page = `<w:sectPr><w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="1077" w:right="${margin}" w:bottom="1020" w:left="${margin}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
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
