import { numberFormat } from '$schema/files/number-format.ts';
import type { ChartModel, ChartPoint } from '../../types.ts';

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const kindOf = (show: ChartModel['show']) =>
  show === 'share' ? 'percentage' : show === 'change' ? 'change' : undefined;

/**
 * The number format of a label in a chart: its qualifier, and no signs of marks, which the shape shows. A lower bound
 * with more digits than are printed is written as its words are: a number format would round it up, to what nobody
 * has said.
 */
export function labelFormat(point: ChartPoint, { decimals, show }: ChartModel): string {
  const { value, label, atMost } = point;
  const qualifier = atMost ? 'at_most' : point.qualifier;
  const scaled = (value ?? 0) * 10 ** decimals;
  if (qualifier === 'at_least' && Math.abs(scaled - Math.round(scaled)) > 1e-6)
    return quoted(label);
  return numberFormat({ decimals, qualifier, marks: [], as: kindOf(show) });
}

/** A bound that has no room, by its sign alone. */
export function signFormat({ label }: ChartPoint): string {
  const sign = quoted(/^[^\d\u2212-]+/.exec(label)?.[0].trim() ?? '≥');
  return `${sign};${sign};${sign}`;
}
