import { readNumber, type ReadNumber } from '$schema/staff/numbers.ts';
import type { Qualifier, Status } from '$schema/vocabulary.ts';
import { labelReader, plainLabel, type Found, type PasteCell } from './paste-labels.ts';
import { languageOf, readQualifier, readStatus } from './paste-words.ts';

/** Why a row of a block changes no cell. */
export type PasteProblem =
  | 'unreadable'
  | 'unknown_label'
  | 'ambiguous_label'
  /** There is no cell left below. */
  | 'beyond_end'
  /** A row before it went to the same cell. */
  | 'twice';

/** One row of a block: where it goes, and what it says. */
export interface Landing {
  /** From 1. */
  row: number;
  label: string;
  /** As pasted. */
  text: string;
  read: ReadNumber;
  /** Key of the cell; null: none. */
  cell: string | null;
  /** Null: it can be put in; a blank leaves the cell as it is. */
  problem: PasteProblem | null;
  qualifier: Qualifier | null;
  status: Status | null;
  note: Record<string, string> | null;
}

export interface Layout {
  landings: Landing[];
  /** Heads or first texts of columns of numbers that are not used. */
  unused: string[];
}

/**
 * Lays a block of cells out over a return: by the labels of its first column or two where they name figures, else
 * downwards from one cell. Of several columns of numbers that of the year counts where a head says so, else the first.
 * @param cells all cells in the order of the page
 * @param at key of the cell it was pasted into
 */
export function layOut(
  grid: readonly string[][],
  cells: readonly PasteCell[],
  at: string,
  year: number,
): Layout {
  const start = Math.max(
    0,
    cells.findIndex(({ key }) => key === at),
  );
  const labels = countLabels(grid, cells);
  const head = labels > 0 && isHead(grid[0]!, labels, cells, year) ? grid[0]! : null;
  const rows = head ? grid.slice(1) : grid;
  const width = Math.max(0, ...grid.map((row) => row.length));
  const columns = Array.from({ length: width - labels }, (_, i) => i + labels);
  const isNumbers = (column: number) => rows.some((row) => isNumber(row[column] ?? ''));
  const ofYear = head && columns.find((column) => isYear(head[column] ?? '', year));
  const value = ofYear ?? columns.find(isNumbers) ?? labels;
  const others = columns.filter((column) => column !== value);
  const unused = others.filter(isNumbers);
  const find = labelReader(cells, cells[start]?.metric ?? '');
  // The corner of a table may name the metric of its rows.
  if (head) find(head.slice(0, labels));
  const taken = new Set<string>();

  const landings = rows.map((row, i): Landing => {
    const text = row[value] ?? '';
    const read = readNumber(text);
    const found: Found | null = labels
      ? find(row.slice(0, labels))
      : cells[start + i]
        ? { cell: cells[start + i]! }
        : null;
    const cell = found && 'cell' in found ? found.cell.key : null;
    let problem: PasteProblem | null = null;
    if (found === null) problem = 'beyond_end';
    else if ('problem' in found) problem = found.problem;
    else if (read.kind === 'unreadable') problem = 'unreadable';
    else if (read.kind !== 'blank' && taken.has(found.cell.key)) problem = 'twice';
    // A row without a value says nothing of a cell: a heading of a table may name none.
    if (read.kind === 'blank') problem = null;
    else if (cell && problem === null) taken.add(cell);
    const said = others.filter((column) => !unused.includes(column)).map((c) => row[c] ?? '');
    return {
      row: i + 1 + (head ? 1 : 0),
      label: row.slice(0, labels).filter(Boolean).join(' · '),
      text,
      read,
      cell,
      problem,
      ...readRest(said),
    };
  });
  return { landings, unused: unused.map((column) => head?.[column] || (rows[0]?.[column] ?? '')) };
}

/** Status, qualifier and note, each where a text reads as such; what reads as neither of the first two is a note. */
function readRest(texts: string[]): Pick<Landing, 'qualifier' | 'status' | 'note'> {
  const status = texts.find(readStatus);
  const qualifier = texts.find((text) => text !== status && readQualifier(text));
  const notes = texts.filter((text) => text !== '' && text !== status && text !== qualifier);
  const note: Record<string, string> = {};
  for (const text of notes) note[languageOf(text)] ??= text;
  return {
    status: status ? readStatus(status) : null,
    qualifier: qualifier ? readQualifier(qualifier) : null,
    note: notes.length ? note : null,
  };
}

const isNumber = (text: string): boolean => readNumber(text).kind === 'value';

const isYear = (text: string, year: number): boolean =>
  new RegExp(`^${year}\\s*年?$`).test(text.normalize('NFKC').trim());

/** How many columns at the left are labels: they hold no number, and one of them names a figure. */
function countLabels(grid: readonly string[][], cells: readonly PasteCell[]): 0 | 1 | 2 {
  const names = new Set(
    cells.flatMap((cell) => [...cell.metricNames, ...cell.memberNames]).map(plainLabel),
  );
  const isLabels = (column: number) =>
    grid.some((row) => names.has(plainLabel(row[column] ?? ''))) &&
    !grid.slice(1).some((row) => isNumber(row[column] ?? ''));
  if (!grid.some((row) => row.length > 1) || !isLabels(0)) return 0;
  return grid.some((row) => row.length > 2) && isLabels(1) ? 2 : 1;
}

/** A first row that is the head of the table: it names no figure, or has years and texts where others have numbers. */
function isHead(
  row: readonly string[],
  labels: number,
  cells: readonly PasteCell[],
  year: number,
): boolean {
  const found = labelReader(cells, '')(row.slice(0, labels));
  if ('problem' in found && found.problem === 'unknown_label') return true;
  const others = row.slice(labels).filter((text) => text !== '');
  const isHeading = (text: string) => !isNumber(text) || /^(?:19|20)\d\d$/.test(text);
  return others.length > 1 && others.some((text) => isYear(text, year)) && others.every(isHeading);
}
