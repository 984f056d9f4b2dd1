import * as m from '$lib/paraglide/messages.js';
import { markSign } from '$lib/words/marks.ts';
import { textOf } from '$lib/words/text.ts';
import type { ChartPoint, Mark } from '../types.ts';
import { allSeries, type ChartFile } from './chart-file.ts';
import { columns, dataRows } from './csv.ts';
import { numberFormat } from '$schema/files/number-format.ts';
import { writeWorkbook, type Cell, type Sheet } from '$schema/files/workbook.ts';

/** Marks that a value or its absence says by itself, without a sign behind it. */
export const inValue: readonly Mark[] = ['at_least', 'about', 'missing'];

/** The number format that shows a value as the page does, with its qualifier and marks; the cell stays a number. */
export const formatOf = (point: ChartPoint, { model }: Pick<ChartFile, 'model'>): string =>
  numberFormat({
    decimals: model.decimals,
    qualifier: point.atMost ? 'at_most' : point.qualifier,
    marks: point.marks
      .filter((mark) => !inValue.includes(mark))
      .map((mark) => markSign(mark, model.locale)),
    as: model.show === 'share' ? 'percentage' : model.show === 'change' ? 'change' : undefined,
  });

/** The table as on the page: years as columns, the total last; where there is no value the cell says why. */
function tableSheet(file: ChartFile): Sheet {
  const { model } = file;
  const { locale, years, legend } = model;
  const rows = allSeries(model).map(({ name, points }): Cell[] => [
    name,
    ...points.map((point) =>
      point.value === null ? point.label : { value: point.value, format: formatOf(point, file) },
    ),
  ]);
  const signed = legend.filter(({ mark }) => !inValue.includes(mark));
  return {
    name: m.chart_file_sheet_table({}, { locale }),
    head: 4,
    widths: [28, ...years.map(() => 13)],
    rows: [
      [model.title],
      [model.subtitle],
      [],
      [m.chart_file_series({}, { locale }), ...years],
      ...rows,
      [],
      ...signed.map(({ mark, label }) => [`${markSign(mark, locale)}  ${label}`]),
      ...(model.note ? [[m.saved_note({ note: model.note }, { locale })]] : []),
      ...(model.sourceLine ? [[model.sourceLine]] : []),
      [whose(file)],
    ],
  };
}

const whose = ({ model, centre }: ChartFile) =>
  m.chart_file_whose(
    { centre: textOf(centre.names, model.locale), release: model.releaseLine },
    { locale: model.locale },
  );

/** The same numbers with a row for each: what a program, a filter or a pivot table reads. */
const dataSheet = (file: ChartFile): Sheet => ({
  name: m.chart_file_sheet_data({}, { locale: file.model.locale }),
  head: 1,
  widths: columns.map((key) => (key === 'name' || key === 'note' ? 28 : 14)),
  rows: [[...columns], ...dataRows(file).map((row) => columns.map((key) => row[key]))],
});

/** What the numbers mean and where they are from. */
export function notesSheet(file: ChartFile): Sheet {
  const { model, metric, verification } = file;
  const { locale } = model;
  const one = (
    say: (_: object, of: { locale: typeof locale }) => string,
    text: string,
  ): Cell[][] => (text === '' ? [] : [[say({}, { locale }), text]]);
  return {
    name: m.chart_file_sheet_notes({}, { locale }),
    head: 0,
    wraps: true,
    widths: [18, 90],
    rows: [
      ...one(m.chart_file_metric, textOf(metric.names, locale)),
      ...one(m.chart_file_definition, textOf(metric.definitions, locale)),
      ...one(m.chart_file_shown, model.subtitle),
      ...one(m.chart_file_unit, model.unit),
      ...one(m.chart_file_words, model.sentence),
      ...one(m.chart_file_note, model.note ?? ''),
      ...model.legend.flatMap(({ mark, label }) =>
        one(
          m.chart_file_mark,
          inValue.includes(mark) ? label : `${markSign(mark, locale)}  ${label}`,
        ),
      ),
      ...model.annotations.flatMap(({ label }) => one(m.chart_file_note, label)),
      ...model.footnotes.flatMap((text) => one(m.chart_file_note, text)),
      ...one(m.chart_file_source, model.sourceLine),
      ...one(m.chart_file_release, whose(file)),
      ...(verification ? one(m.verify_code, `${verification.code} · ${verification.url}`) : []),
    ],
  };
}

/** The chart as a workbook for Excel and WPS: the table, its data row by row, and notes. */
export const writeXlsx = (file: ChartFile): Uint8Array<ArrayBuffer> =>
  writeWorkbook([tableSheet(file), dataSheet(file), notesSheet(file)]);
