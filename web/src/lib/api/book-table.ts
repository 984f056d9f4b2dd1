import type { MetricFigures, Point } from '$schema/answers.ts';
import type { Yearbook } from '$schema/yearbook.ts';
import { NOT_BROKEN_DOWN } from '$schema/vocabulary.ts';
import type { Locale } from '$lib/paraglide/runtime.js';
import { textOf } from '$lib/words/text.ts';
import { unitName } from '$lib/words/units.ts';
import { valueShort } from '$lib/words/values.ts';
import { isEvident } from './register.ts';
import { memberName } from './year.ts';

interface BookCell {
  /** Empty in a year after the last one that the metric is counted in. */
  text: string;
  point: Point | null;
  /** Whether entries of the register can stand behind it. */
  evident: boolean;
}

/** A metric or one of its parts through the years. */
interface BookRow {
  metric: string;
  member: string | null;
  name: string;
  unit: string;
  cells: BookCell[];
}

/** A group of metrics as a table of years. */
export interface BookGroup {
  id: string;
  name: string;
  figures: MetricFigures[];
  rows: BookRow[];
}

/** The metrics of a book by their groups, each year a column. A part without a figure in them has no row. */
export function bookGroups(
  { groups, metrics }: Pick<Yearbook, 'groups' | 'metrics'>,
  years: readonly number[],
  locale: Locale,
): BookGroup[] {
  return groups
    .map(({ id, names }) => {
      const figures = metrics.filter(({ metric }) => metric.group === id);
      const rows = figures.flatMap((one) => rowsOf(one, years, locale));
      return { id, name: textOf(names, locale), figures, rows };
    })
    .filter(({ rows }) => rows.length > 0);
}

function rowsOf({ metric, series }: MetricFigures, years: readonly number[], locale: Locale) {
  return series.flatMap(({ member, points }): BookRow[] => {
    const found = years.map((year) => points.find((point) => point.year === year) ?? null);
    if (member !== null && found.every((point) => !point || point.value === null)) return [];
    const cells = found.map((point) => ({
      point,
      text: point ? valueShort(point, metric.decimals, locale) : '',
      evident: point !== null && isEvident(metric, point) && member !== NOT_BROKEN_DOWN,
    }));
    const name = memberName(metric, member, locale);
    return [{ metric: metric.id, member, name, unit: unitName(metric.units, locale), cells }];
  });
}
