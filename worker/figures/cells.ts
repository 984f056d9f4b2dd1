import type { Point } from '../../schema/answers.ts';
import type { FigureRow } from './rows.ts';

/** What is known of one series in one year, before anything is derived from it. */
export type Cell = Pick<
  Point,
  'value' | 'qualifier' | 'status' | 'sample' | 'basis' | 'sources' | 'note'
>;

/** A cell in its year. */
export type Observation = Cell & Pick<Point, 'year' | 'yearToDate'>;

/** A cell or observation that has a value, and so a qualifier and a status. */
export type Known<T extends Cell> = T & { value: number };

/** No figure: nothing was said, which is not zero. */
export const noCell: Readonly<Cell> = {
  value: null,
  qualifier: null,
  status: null,
  sample: false,
  basis: null,
  sources: [],
  note: null,
};

/** The cell of a row that was published as such; of no row, the empty cell. */
export function reportCell(row: FigureRow | undefined): Cell {
  if (row === undefined) return noCell;
  const { value, qualifier, status, sample, note } = row;
  const sources = [row.source];
  // That a figure is missing rests on a source too; its note says why.
  if (value === null) return { ...noCell, status: 'O', sample, sources, note };
  return { value, qualifier, status, sample, basis: 'reported', sources, note };
}

export function isKnown<T extends Cell>(cell: T | undefined): cell is Known<T> {
  return cell !== undefined && cell.value !== null;
}
