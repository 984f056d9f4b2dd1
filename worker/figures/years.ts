import type { FigureRow } from './rows.ts';

/** Years with at least one figure, oldest first. A row that says "missing" is not a figure. */
export function listYearsWithFigures(rows: readonly Pick<FigureRow, 'year' | 'value'>[]): number[] {
  const years = rows.filter((row) => row.value !== null).map((row) => row.year);
  return [...new Set(years)].sort((a, b) => a - b);
}
