/**
 * What of a metric can be shown, and how: the same for every address of a chart, for the controls of the pages and
 * for the views that staff save.
 */

/** The parameters that make a view; what else an address of a chart takes is about the file or the release. */
export const viewKeys = ['by', 'show', 'type', 'from', 'to'] as const;

export const chartShows = ['value', 'change', 'cumulative', 'share'] as const;
export type ChartShow = (typeof chartShows)[number];

export const chartTypes = ['bars', 'stacked', 'line'] as const;
export type ChartType = (typeof chartTypes)[number];

export const chartBys = ['total', 'members'] as const;
export type ChartBy = (typeof chartBys)[number];

/** What a metric allows. */
export interface ViewLimits {
  hasBreakdown: boolean;
  /** Whether the members add up to the total: only then has a member a share of it. */
  additive: boolean;
}

/** What the reader may choose for `show`. */
export const possibleShows = ({ hasBreakdown, additive }: ViewLimits): ChartShow[] =>
  chartShows.filter((show) => show !== 'share' || (additive && hasBreakdown));

/** How a view can be drawn, the usual way first. */
export function possibleTypes(
  { by, show }: { by: ChartBy; show: ChartShow },
  { additive }: Pick<ViewLimits, 'additive'>,
): ChartType[] {
  if (show === 'share') return ['stacked'];
  if (show === 'change') return ['bars'];
  if (show === 'cumulative') return ['line'];
  if (by === 'total') return ['bars', 'line'];
  return additive ? ['stacked', 'line'] : ['line'];
}
