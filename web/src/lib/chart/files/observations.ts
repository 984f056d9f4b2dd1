import { NOT_BROKEN_DOWN, type Qualifier, type Status } from '$schema/vocabulary.ts';
import type { ChartModel, ChartPoint, ChartSeries } from '../types.ts';
import { allSeries } from './chart-file.ts';

/** One number of a chart as the data files give it: what is drawn as a mark is a word here. */
export interface Observation {
  year: number;
  /** Member id, `total`, or `not-broken-down`. */
  series: string;
  name: string;
  /** In the model's unit; null: none is given. */
  value: number | null;
  /** How exactly it is known. `at_most`: what lower bounds leave of a total. Null where there is none. */
  qualifier: Qualifier | 'at_most' | null;
  /** SDMX observation status; of a derived number that of the weakest figure in it. */
  status: Status | null;
  sample: boolean;
  yearToDate: boolean;
  /** Why there is no value: a gap reason of the API, or `retired` or `not_known` where none was due. */
  whyMissing: string | null;
  /** The same in words. */
  missingText: string | null;
  /** Its footnotes as texts. */
  notes: string[];
}

/** Every number of a chart, series by series in the order of its table. */
export const observationsOf = (model: ChartModel): Observation[] =>
  allSeries(model).flatMap((series) =>
    series.points.map((point) => ({
      year: point.year,
      series: series.id,
      name: series.name,
      value: point.value,
      qualifier: point.value === null ? null : point.atMost ? 'at_most' : point.qualifier,
      status: point.status,
      sample: point.sample,
      yearToDate: point.yearToDate,
      whyMissing: whyMissing(series, point),
      missingText: point.value === null ? point.label : null,
      notes: point.footnotes.map((n) => model.footnotes[n - 1]!),
    })),
  );

function whyMissing({ id }: ChartSeries, { value, marks, gap }: ChartPoint): string | null {
  if (value !== null) return null;
  if (marks.includes('missing')) return gap;
  return id === NOT_BROKEN_DOWN ? 'not_known' : 'retired';
}
