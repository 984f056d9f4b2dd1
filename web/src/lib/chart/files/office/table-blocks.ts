import type { ChartTable } from '../../types.ts';

/**
 * A table in parts that a page can hold: years side by side first, then rows under each other. Each has the names of
 * its rows.
 */
export function tableBlocks(
  table: ChartTable,
  most: { years: number; rows: number },
): ChartTable[] {
  const { years, rows } = table;
  const columns = Math.max(1, Math.ceil(years.length / most.years));
  const wide = Math.ceil(years.length / columns);
  const blocks: ChartTable[] = [];
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows.length; row += most.rows) {
      const cut = [column * wide, (column + 1) * wide] as const;
      blocks.push({
        ...table,
        years: years.slice(...cut),
        rows: rows
          .slice(row, row + most.rows)
          .map((one) => ({ ...one, cells: one.cells.slice(...cut) })),
      });
    }
  return blocks;
}
