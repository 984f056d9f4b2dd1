import * as m from '$lib/paraglide/messages.js';
import type { ChartModel, ChartTable, TableCell } from './types.ts';

/** The chart as a table: years as columns, members as rows, the total last. */
export function tableOf(model: ChartModel): ChartTable {
  const {
    title,
    subtitle,
    years,
    series,
    total,
    tableOnly = [],
    footnotes,
    legend,
    locale,
  } = model;
  const rows = [...tableOnly, ...series, ...(total ? [total] : [])];
  return {
    caption: m.chart_caption({ title, subtitle }, { locale }),
    years,
    rows: rows.map(({ id, name, points }) => ({
      id,
      name,
      total: id === 'total' && rows.length > 1,
      cells: points.map((point): TableCell => ({
        text: point.label,
        marks: point.marks,
        footnotes: point.footnotes,
        missing: point.value === null,
      })),
    })),
    footnotes,
    legend,
  };
}
