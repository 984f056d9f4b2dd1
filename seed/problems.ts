/** One thing wrong with a seed file. `row` is the line in the file; the header is row 1. */
export interface Problem {
  file: string;
  row?: number;
  field?: string;
  /** What was expected, as a phrase: "a whole number of 0 or more". */
  expected: string;
  /** The cell as it stands in the file. */
  got?: string;
}

/** Every problem of a seed at once, one a line, so that a person mends the files in one go. */
export class SeedError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.name = 'SeedError';
    this.problems = problems;
  }
}

/** `seed/facts/figures.csv row 12, field value: expected a whole number of 0 or more, got "x"` */
function describeProblem({ file, row, field, expected, got }: Problem): string {
  const place = [file + (row === undefined ? '' : ` row ${row}`), field && `field ${field}`];
  const found = got === undefined ? '' : `, got ${got === '' ? 'nothing' : JSON.stringify(got)}`;
  return `${place.filter(Boolean).join(', ')}: expected ${expected}${found}`;
}

/** A problem with one cell of a row. */
export function problemAt(
  row: { file: string; row: number; cells: Record<string, string> },
  field: string,
  expected: string,
): Problem {
  return { file: row.file, row: row.row, field, expected, got: row.cells[field] };
}

/** What a field may hold, depending on whether its row is sample data. */
export function sampleOnly(word: string, { sample }: { sample: boolean }): string {
  return sample
    ? `${word}, as the row is sample data`
    : `not ${word}, as the row is no sample data`;
}
