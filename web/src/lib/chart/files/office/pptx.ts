import { tableOf } from '../../table.ts';
import type { ChartFile, ImageStyle } from '../chart-file.ts';
import { isDrawn } from './chart-columns.ts';
import { chartParts } from './chart.ts';
import { coreProperties } from './core.ts';
import { packOffice, type OfficePart, type Relation } from './package.ts';
import { LAYOUT, masterParts, PART, presentation } from './pptx-master.ts';
import { chartSlide, tableSlide } from './pptx-slide.ts';
import { qrImage } from './qr.ts';
import { tableBlocks, yearsAcross } from './table-blocks.ts';
import { themePart } from './theme.ts';

/** pt: of the words in the chart, to be read across a room. */
const FONT = 12;

const slidePart = (n: number, body: string, relations: Relation[]): OfficePart => ({
  path: `ppt/slides/slide${n}.xml`,
  type: `${PART}.slide+xml`,
  body,
  relations: [{ id: 'rIdLayout', type: 'slideLayout', target: LAYOUT }, ...relations],
});

/**
 * The chart for PowerPoint and WPS: a slide with a chart that they draw and edit themselves, and as many with the table
 * as it needs. Dark slides where asked for. The same bytes for the same chart.
 */
export function writePptx(
  file: ChartFile,
  { titled, theme }: Pick<ImageStyle, 'titled' | 'theme'>,
) {
  const { model, verification } = file;
  const first = chartSlide(file, { titled, theme });
  const chart = isDrawn(model)
    ? chartParts(file, { ...first.chart, fontSize: FONT }, { folder: 'ppt', theme })
    : [];
  const code: OfficePart[] = verification
    ? [{ path: 'ppt/media/code.png', type: 'image/png', body: qrImage(verification.url) }]
    : [];
  const table = tableOf(model);
  const years = yearsAcross(table, { width: 864, size: 14, most: 12 }, model.locale);
  const slides = [
    slidePart(1, first.xml, [
      ...(chart[0] ? [{ id: 'rIdChart', type: 'chart', target: chart[0].path }] : []),
      ...(verification
        ? [
            { id: 'rIdCode', type: 'image', target: code[0]!.path },
            {
              id: 'rIdVerify',
              type: 'hyperlink',
              target: verification.url,
              external: true as const,
            },
          ]
        : []),
    ]),
    ...tableBlocks(table, { years, rows: 11 }).map((block, i) =>
      slidePart(i + 2, tableSlide(file, block), []),
    ),
  ];
  return packOffice([
    presentation(slides.map(({ path }) => path)),
    ...slides,
    ...masterParts(),
    themePart('ppt/theme/theme1.xml', theme),
    ...chart,
    ...code,
    coreProperties(file),
  ]);
}
