import { TOTAL, type Localised, type Qualifier, type Status } from '../../vocabulary.ts';
import type { SheetCell, SheetMetric } from '../returns.ts';
import type { CellContent } from '../words.ts';

/** What the checks read of a cell. */
export type CheckedCell = Pick<SheetCell, 'member' | 'published' | 'previous' | 'register'> & {
  draft: { content: CellContent | null } | null;
};

/** What the checks read of a metric. */
export type CheckedMetric = Pick<SheetMetric, 'decimals' | 'additive' | 'breaks'> & {
  cells: readonly CheckedCell[];
};

/** A figure as the next release would have it, in the metric's unit. */
export interface Figure {
  /** Null exactly when the status is O. */
  value: number | null;
  qualifier: Qualifier;
  status: Status;
  /** Null: the return itself. */
  source: string | null;
  note: Localised | null;
}

/**
 * What a cell would be if its return were published: what its draft says, else what is published. Null: no figure;
 * one that is withdrawn is none, and sample data is none.
 */
export function effective(cell: Pick<CheckedCell, 'published' | 'draft'>): Figure | null {
  const content = cell.draft?.content ?? null;
  if (content !== null) return content.withdrawn ? null : content;
  return factOf(cell.published);
}

/** A published figure unless it is sample data, which counts as none. */
export const factOf = <T extends { sample: boolean }>(published: T | null): T | null =>
  published === null || published.sample ? null : published;

/** The cell as it would be with this content; null: as published. */
export const propose = <C extends CheckedCell>(cell: C, content: CellContent | null) => ({
  ...cell,
  draft: { ...cell.draft, content },
});

/** The cell of the total. */
export const totalCellOf = <C extends { member: string }>(cells: readonly C[]): C | undefined =>
  cells.find((cell) => cell.member === TOTAL);

/** The cells of the members. */
export const memberCellsOf = <C extends { member: string }>(cells: readonly C[]): C[] =>
  cells.filter((cell) => cell.member !== TOTAL);

/** Removes the dirt of binary arithmetic (0.1 + 0.2) from a sum or difference. Never gives -0. */
export const roundTo = (value: number, decimals: number): number =>
  Number(value.toFixed(decimals)) + 0;
