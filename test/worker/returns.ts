import type { CellContent } from '../../schema/staff/words.ts';
import type { DraftCell } from '../../schema/staff/cells.ts';
import type { Sheet, SheetCell, SheetMetric } from '../../schema/staff/returns.ts';
import type { Colleague } from './staff.ts';

type Said = Exclude<CellContent, { withdrawn: true }>;

/** A figure as an editor states it; a missing one is O. */
export const say = (value: number | null, changes: Partial<Said> = {}): Said => ({
  value,
  qualifier: 'exact',
  status: value === null ? 'O' : 'A',
  source: null,
  note: null,
  ...changes,
});

export const because = (words: string) => ({ note: { en: words } });

export interface Saved {
  metric: string;
  member?: string;
  version?: number;
  content: CellContent | null;
}

const bodyOf = (cells: Saved[]) => ({
  cells: cells.map((cell) => ({ member: '', version: 0, ...cell })),
});

/** Saves cells of a return and answers them as they are then. */
export const save = async (who: Colleague, year: number, ...cells: Saved[]) =>
  (await who.read<{ cells: DraftCell[] }>('PUT', `/returns/${year}/cells`, bodyOf(cells))).cells;

/** Tries to save cells, for the problem that it meets. */
export const saveInVain = <P = object>(
  who: Colleague,
  status: number,
  year: number,
  ...cells: Saved[]
) => who.read<P & { code: string }>('PUT', `/returns/${year}/cells`, bodyOf(cells), status);

export const readReturn = (who: Colleague, year: number) =>
  who.read<Sheet>('GET', `/returns/${year}`);

export const metricOf = (sheet: Sheet, id: string): SheetMetric =>
  sheet.metrics.find((metric) => metric.id === id)!;

export const cellOf = (sheet: Sheet, metric: string, member = ''): SheetCell =>
  metricOf(sheet, metric).cells.find((cell) => cell.member === member)!;
