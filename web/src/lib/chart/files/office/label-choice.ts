import { emWidth } from '../../text-width.ts';
import type { ChartModel, ChartPoint } from '../../types.ts';
import { labelFormat, signFormat } from './label-format.ts';

/** Years whose values, and reasons for none, stand in the chart: as on the pages. */
export const MOST_LABELLED_YEARS = 8;

/** pt: sizes that decide what is written in a chart. */
export interface ChartFrame {
  width: number;
  height: number;
  fontSize: number;
}

/** pt: about how wide the slot of a year is, beside the numbers of the axis. */
export const slotOf = ({ years }: ChartModel, { width }: ChartFrame): number =>
  (width - 48) / Math.max(1, years.length);

const isBound = ({ value, qualifier, atMost }: ChartPoint): boolean =>
  value !== null && (atMost === true || qualifier === 'at_least' || qualifier === 'about');

/**
 * Values that are written. All where the series takes them and every one fits; a bound in any case, since nothing else
 * in an Office chart shows it: where it has no room, by its sign alone.
 */
function labelsOf(
  points: ChartPoint[],
  wanted: (index: number) => boolean,
  model: ChartModel,
  { slot, fontSize }: { slot: number; fontSize: number },
): (string | null)[] {
  const fits = (point: ChartPoint) => emWidth(point.label) * fontSize <= slot - 2;
  const all = points.every((point, i) => point.value === null || !wanted(i) || fits(point));
  const bounds = points.every((point) => !isBound(point) || fits(point));
  return points.map((point, i) => {
    if (point.value === null) return null;
    if (all && wanted(i)) return labelFormat(point, model);
    if (!isBound(point)) return null;
    return bounds ? labelFormat(point, model) : signFormat(point);
  });
}

/** Whether the last values of several lines stand far enough apart to be written at their ends. */
function endsApart({ series }: ChartModel, { height, fontSize }: ChartFrame): boolean {
  const all = series.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  const range = Math.max(0, ...all) - Math.min(0, ...all);
  const ends = series.flatMap(({ points }) => points.at(-1)?.value ?? []).sort((a, b) => a - b);
  const least = (range * fontSize * 1.4) / (height * 0.7);
  return ends.every((value, i) => i === 0 || value - ends[i - 1]! >= least);
}

/** What is written of what is drawn: values on bars, the last ones of lines, and bounds. */
export function drawnLabels(points: ChartPoint[], model: ChartModel, frame: ChartFrame) {
  const { kind, series, years } = model;
  const { fontSize } = frame;
  const slot = slotOf(model, frame);
  const last = (i: number) => i === years.length - 1;
  // Bars of a stack are narrower than the space of their year, and their values stand above as one.
  if (kind === 'stacked')
    return labelsOf(points, () => false, model, { slot: slot * 0.64, fontSize });
  if (kind === 'line' && series.length > 1) {
    const apart = endsApart(model, frame);
    return labelsOf(points, (i) => apart && last(i), model, { slot, fontSize });
  }
  const few = years.length <= MOST_LABELLED_YEARS;
  return labelsOf(points, () => few, model, { slot, fontSize });
}

/** What is written above a stack. */
export const sumLabels = (points: ChartPoint[], model: ChartModel, frame: ChartFrame) =>
  labelsOf(points, () => model.years.length <= MOST_LABELLED_YEARS, model, {
    slot: slotOf(model, frame),
    fontSize: frame.fontSize,
  });
