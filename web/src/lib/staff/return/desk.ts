import { createContext } from 'svelte';
import type { Cell } from './cell.svelte.ts';
import type { ReturnSheet } from './sheet.svelte.ts';

/** What the parts of the page of a return share. */
export interface Desk {
  sheet: ReturnSheet;
  /** Whether fields can be edited: the state of the return and the person's role both allow it. */
  readonly edits: boolean;
  /** Whether cells that were left empty are reported too. */
  readonly tellsEmpty: boolean;
  /** Goes to the value of a cell; by ±1 from it. Whether there is one. */
  go(cell: Cell, by?: 1 | -1): boolean;
  step(which: 'undo' | 'redo'): void;
  paste(cell: Cell, text: string): void;
  addSource(cell: Cell): void;
}

export const [useDesk, provideDesk] = createContext<Desk>();

/** Id of the field of a cell's value. */
export const fieldId = (cell: { key: string }): string => `value-${cell.key}`;
