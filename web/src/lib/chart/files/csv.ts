import { writeCsv as writeTable } from '$schema/files/write-csv.ts';
import type { ChartFile } from './chart-file.ts';
import { observationsOf } from './observations.ts';

/** The columns of the data, named as in the CSV of the API, in every language alike: programs read them. */
export const columns = [
  'metric',
  'show',
  'year',
  'series',
  'name',
  'value',
  'qualifier',
  'status',
  'sample',
  'year_to_date',
  'why_missing',
  'unit',
  'note',
  'release',
] as const;

type Row = Record<(typeof columns)[number], string | number | null>;

/** One row a number, also where there is none. A mark is a column; the years are in order within each series. */
export const dataRows = ({ model, release }: Pick<ChartFile, 'model' | 'release'>): Row[] =>
  observationsOf(model).map((one) => ({
    metric: model.metric,
    show: model.show,
    year: one.year,
    series: one.series,
    name: one.name,
    value: one.value,
    qualifier: one.qualifier,
    status: one.status,
    sample: one.sample ? 'sample' : null,
    year_to_date: one.yearToDate ? 'year_to_date' : null,
    why_missing: one.whyMissing,
    unit: model.unit,
    note: one.notes.join(' ') || null,
    release: release.n,
  }));

/** The numbers of a chart as CSV. */
export const writeCsv = (file: Pick<ChartFile, 'model' | 'release'>): string =>
  writeTable(
    columns,
    dataRows(file).map((row) => columns.map((key) => row[key])),
  );
