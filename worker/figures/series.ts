import type { Metric, MetricFigures, Point, Series, Target } from '../../schema/answers.ts';
import { NOT_BROKEN_DOWN, TOTAL } from '../../schema/vocabulary.ts';
import { reportCell, type Cell, type Observation } from './cells.ts';
import { deriveCumulative } from './cumulative.ts';
import { deriveChange, deriveChangePercent, deriveShare, deriveShareOfItself } from './derive.ts';
import { deriveGrowth } from './growth.ts';
import { restCell } from './rest.ts';
import type { FigureRow } from './rows.ts';
import { totalCell } from './totals.ts';

export type FiguresRequest = {
  metric: Metric;
  /** All rows of the metric that are public at one release, for the years from `founded` to `to`. */
  rows: readonly FigureRow[];
  /** First year of the record; rows before it are not part of it. */
  founded: number;
  from: number;
  to: number;
  by: 'total' | 'members';
  /** Targets of the metric; those of other years are left out. */
  targets: readonly Target[];
  yearToDate: (year: number) => boolean;
};

/**
 * A metric with its figures and everything derived from them, one point for each year from `from` to
 * `to`. Derived numbers look back to the founded year, so that the range never changes them.
 */
export function metricFigures(request: FiguresRequest): MetricFigures {
  const { metric, founded, from, to, by } = request;
  const members = by === 'members' ? (metric.breakdown?.members ?? []) : [];
  const table = readTable(request);
  const observe = (cells: readonly Cell[]) => observeYears(cells, request);

  const total = observe(table.map((year) => year.total));
  const series = [pointSeries(null, total, total, request)];
  for (const { id } of members)
    series.push(pointSeries(id, observe(table.map((year) => year.member(id))), total, request));
  if (members.length > 0) {
    const rest = pointSeries(
      NOT_BROKEN_DOWN,
      observe(table.map((year) => year.rest)),
      total,
      request,
    );
    // A rest of 0 in every year is a complete breakdown, not a series.
    if (rest.points.some((point) => (point.value ?? 0) > 0)) series.push(rest);
  }

  return {
    metric,
    from,
    to,
    by,
    series,
    targets: request.targets
      .filter((target) => target.year >= from && target.year <= to)
      .toSorted((a, b) => a.year - b.year),
    growth: deriveGrowth(
      total.filter(({ year }) => year >= Math.max(from, founded)),
      metric.breaks.map((found) => found.year),
    ),
  };
}

/** The years that are looked at: those shown, and those before them that numbers are derived from. */
function listYears({ founded, from, to }: FiguresRequest): number[] {
  const first = Math.min(founded, from);
  return Array.from({ length: Math.max(0, to - first + 1) }, (_, i) => first + i);
}

function readTable(request: FiguresRequest) {
  const { metric, founded } = request;
  const byYear = Map.groupBy(request.rows, (row) => row.year);
  return listYears(request).map((year) => {
    const rows = year < founded ? [] : (byYear.get(year) ?? []);
    const byMember = new Map(rows.map((row) => [row.member, row]));
    const member = (id: string) => reportCell(byMember.get(id));
    const total = totalCell(
      byMember.get(TOTAL),
      rows.filter((row) => row.member !== TOTAL),
      metric,
    );
    const cells = (metric.breakdown?.members ?? []).map(({ id }) => member(id));
    return { total, member, rest: restCell(total, cells, metric) };
  });
}

function observeYears(cells: readonly Cell[], request: FiguresRequest): Observation[] {
  return listYears(request).map((year, i) => {
    const cell = cells[i]!;
    return { ...cell, year, yearToDate: cell.value !== null && request.yearToDate(year) };
  });
}

function pointSeries(
  member: string | null,
  observations: readonly Observation[],
  total: readonly Observation[],
  { metric, founded, from }: FiguresRequest,
): Series {
  const breaks = metric.breaks.map((found) => found.year);
  const frame = { founded, breaks, decimals: metric.decimals };
  const recorded = observations.filter((observation) => observation.year >= founded);
  const points = observations.map((current, i): Point => {
    const previous = observations[i - 1];
    return {
      ...current,
      sources: [...current.sources],
      change: deriveChange(current, previous, frame),
      changePercent: deriveChangePercent(current, previous, frame),
      cumulative: deriveCumulative(
        current.year < founded ? [current] : recorded.slice(0, current.year - founded + 1),
        frame,
      ),
      share:
        member === null
          ? deriveShareOfItself(current)
          : deriveShare(current, total[i]!, metric.additive),
    };
  });
  return { member, points: points.filter((point) => point.year >= from) };
}
