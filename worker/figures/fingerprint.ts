import type { Target } from '../../schema/answers.ts';
import type { CodedView } from '../../schema/verify/view.ts';
import type { FigureRow } from './rows.ts';

type TargetRow = Pick<Target, 'year' | 'value' | 'sample'> & { metric: string };

/** The years whose figures make what a view shows: a change looks back one year, a sum to the first. */
export function yearsBehind(view: CodedView, founded: number): { from: number; to: number } {
  if (view.kind === 'year') return { from: view.year - 1, to: view.year };
  const { show, from, to } = view;
  const first = show === 'cumulative' ? founded : show === 'change' ? from - 1 : from;
  return { from: Math.min(first, from), to };
}

const inOrder = (lines: unknown[][]) => lines.map((line) => JSON.stringify(line)).toSorted();

/**
 * What was published of some years as one text: figures as they were reported, and targets; nothing that is derived
 * from them, so that another way to derive it never makes a code wrong. Its form is in printed codes: it never changes.
 *
 * @param metric the one metric of a chart; null for all metrics
 */
export function textOfFigures(
  metric: string | null,
  { from, to }: { from: number; to: number },
  rows: readonly FigureRow[],
  targets: readonly TargetRow[],
): string {
  const isIn = (one: { metric: string; year: number }) =>
    (metric === null || one.metric === metric) && one.year >= from && one.year <= to;
  const figures = rows
    .filter(isIn)
    .map((row) => [
      row.metric,
      row.year,
      row.member,
      row.value,
      row.qualifier,
      row.status,
      row.sample,
    ]);
  const set = targets.filter(isIn).map((one) => [one.metric, one.year, one.value, one.sample]);
  return JSON.stringify([metric, inOrder(figures), inOrder(set)]);
}
