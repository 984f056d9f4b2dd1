/** What differs in one field, in the words of the reader. */
export interface Difference {
  path: string;
  label: string;
  /** Null: not there. */
  before: string | null;
  after: string | null;
}
