/** What differs in one field, in the words of the reader. */
export interface Difference {
  path: string;
  label: string;
  /** Null: not there. */
  before: string | null;
  after: string | null;
}

/** The side that there is of something new or withdrawn; undefined: there are both. */
export const oneSide = (before: unknown, after: unknown): 'before' | 'after' | undefined =>
  before === null ? 'after' : after === null ? 'before' : undefined;
