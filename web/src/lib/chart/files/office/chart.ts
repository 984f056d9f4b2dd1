import { intlTag } from '$lib/words/locale.ts';
import { palette, type Theme } from '../../palette.ts';
import type { ChartFile } from '../chart-file.ts';
import { axisIds, writeAxes } from './chart-axes.ts';
import { categoriesOf, columnsOf } from './chart-columns.ts';
import { slotOf, type ChartFrame } from './label-choice.ts';
import { letters } from './chart-labels.ts';
import { writeBars, writeLine, writeUnlined } from './chart-series.ts';
import { chartWorkbook } from './chart-sheet.ts';
import { CHART, DRAWING, RELATIONS, type OfficePart } from './package.ts';
import { noLine } from './paint.ts';

/** pt: the widest bar. */
const WIDEST_BAR = 56;

/** The space between bars, in per cent of a bar. */
function gapWidth(slot: number): number {
  const bar = Math.min(WIDEST_BAR, slot * 0.64);
  return Math.min(500, Math.round((slot / bar - 1) * 100));
}

/**
 * The chart as Word, PowerPoint and WPS draw and edit it themselves, with its workbook. Gaps are gaps; a share is of
 * the whole also where parts are missing; nothing is linked to anything outside.
 *
 * @param folder of the parts, such as `word`
 */
export function chartParts(
  file: ChartFile,
  frame: ChartFrame,
  { folder, theme }: { folder: string; theme: Theme },
): OfficePart[] {
  const { model } = file;
  const { kind, series } = model;
  const columns = columnsOf(model, frame);
  const context = {
    categories: categoriesOf(model),
    colours: palette[theme],
    fontSize: frame.fontSize,
    stacked: kind === 'stacked',
    several: series.length > 1,
  };
  const written = columns.map((column, order) =>
    column.role !== 'drawn'
      ? writeUnlined(column, order, context)
      : kind === 'line'
        ? writeLine(column, order, context)
        : writeBars(column, order, context),
  );
  const asBars = kind === 'line' ? 0 : series.length;
  const stacked = kind === 'stacked';
  const bars = `<c:barChart><c:barDir val="col"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${written.slice(0, asBars).join('')}<c:gapWidth val="${gapWidth(slotOf(model, frame))}"/>${stacked ? '<c:overlap val="100"/>' : ''}${axisIds}</c:barChart>`;
  const lines = `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${written.slice(asBars).join('')}<c:marker val="1"/>${axisIds}</c:lineChart>`;
  const plot = (asBars ? bars : '') + (written.length > asBars ? lines : '');

  const named = columns.filter(({ role }) => role !== 'sum').length;
  // The sums are written above the stacks: their line is not seen, and need not be explained.
  const unseen =
    named < columns.length
      ? `<c:legendEntry><c:idx val="${named}"/><c:delete val="1"/></c:legendEntry>`
      : '';
  const words = { size: frame.fontSize };
  const legend =
    named > 1
      ? `<c:legend><c:legendPos val="t"/>${unseen}<c:overlay val="0"/>${letters(words)}</c:legend>`
      : '';
  const chart = `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>${plot}${writeAxes(model, columns, frame)}<c:spPr><a:noFill/>${noLine}</c:spPr></c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`;
  const workbook = `${folder}/embeddings/Microsoft_Excel_Sheet1.xlsx`;
  return [
    {
      path: `${folder}/charts/chart1.xml`,
      type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
      body: `<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}" xmlns:r="${RELATIONS}"><c:date1904 val="0"/><c:lang val="${intlTag(model.locale)}"/><c:roundedCorners val="0"/>${chart}<c:spPr><a:noFill/>${noLine}</c:spPr>${letters(words)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`,
      relations: [{ id: 'rId1', type: 'package', target: workbook }],
    },
    {
      path: workbook,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: chartWorkbook(file, columns),
    },
  ];
}
