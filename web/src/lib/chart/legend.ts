import * as m from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/words/locale.ts';
import { markLabel } from '$lib/words/marks.ts';
import { marks, type ChartModel, type ChartPoint, type ChartSeries, type Mark } from './types.ts';

/**
 * The marks that are in use, with what they mean, in their fixed order. A gap of a derived number
 * need not be a figure that was not reported: then its label points to the notes.
 */
export function legendOf(series: readonly ChartSeries[], locale: Locale): ChartModel['legend'] {
  const points = series.flatMap((one) => one.points);
  const withheld = points.some(({ gap }) => gap !== null && gap !== 'no_figure');
  return marks
    .filter((mark) => points.some((point) => point.marks.includes(mark)))
    .map((mark) => ({
      mark,
      label:
        mark === 'missing' && withheld
          ? m.chart_withheld_mark({}, { locale })
          : markLabel(mark, locale),
    }));
}

/** Sample data is drawn as sample data, whatever its status. */
const isDrawn = (point: ChartPoint, mark: Mark): boolean =>
  point.marks.includes(mark) && !((mark === 'P' || mark === 'E') && point.marks.includes('sample'));

/** The part of the legend that explains the drawing: files and tables tell of marks that no shape shows. */
export function drawnLegend(model: ChartModel): ChartModel['legend'] {
  const { series, total, annotations, legend } = model;
  const points = [...series, ...(total ? [total] : [])].flatMap((one) => one.points);
  const hasSampleTarget = annotations.some(({ sample }) => sample);
  return legend.filter(
    ({ mark }) =>
      points.some((point) => isDrawn(point, mark)) || (mark === 'sample' && hasSampleTarget),
  );
}
