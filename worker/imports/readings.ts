import type { WrongRow } from '../../schema/staff/imports.ts';
import type { Qualifier, Status } from '../../schema/vocabulary.ts';

/** Which figure. */
export interface Place {
  metric: string;
  /** '' is the total. */
  member: string;
  year: number;
}

/** One figure as a file says it. Of what is undefined the file does not speak. */
export interface Reading extends Place {
  row: number;
  /** Where the value stands, and its text. */
  column: string;
  text: string;
  /** Null: said to be missing. */
  value: number | null;
  qualifier: Qualifier | undefined;
  status: Status | undefined;
  source: string | null | undefined;
  /** The languages that the file speaks of; null in one: it has no note. */
  note: Record<string, string | null>;
}

/** A cell with nothing in it says nothing, but that a sum of which it is a part is incomplete. */
export type Blank = Omit<Reading, 'value'> & { value: undefined };

/** What a row comes to. */
export interface RowReading {
  readings: (Reading | Blank)[];
  wrong: WrongRow[];
  /** What is known of the figures that could not be read. */
  unread: Partial<Place>[];
  /** Figures that the mapping leaves out. */
  leftOut: number;
}

/** What a file says, before it is compared with anything. */
export interface Readings {
  /** One for each figure. */
  readings: Reading[];
  wrong: WrongRow[];
  /** Rows and cells that the mapping leaves out, or where nothing stands. */
  leftOut: number;
  /** What texts such as 2014/15 were taken for. */
  yearTexts: Map<string, number>;
}

export const placeKey = ({ metric, member, year }: Partial<Place>): string =>
  [metric ?? '*', member ?? '*', year ?? '*'].join('~');
