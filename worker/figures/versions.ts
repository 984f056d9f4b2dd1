interface Window {
  firstRelease: number;
  lastRelease: number | null;
}

/** What a release made of an entry: a version of it, or null where it withdrew it. */
export interface Moment<Row> {
  n: number;
  row: Row | null;
}

/**
 * The releases at which an entry came, changed, went and came back, oldest first.
 * @param rows its versions, oldest first
 */
export const listMoments = <Row extends Window>(rows: readonly Row[]): Moment<Row>[] =>
  rows.flatMap((row, i) => {
    const last = rows[i - 1]?.lastRelease ?? null;
    const isBack = last !== null && last < row.firstRelease - 1;
    const version = { n: row.firstRelease, row };
    return isBack ? [{ n: last + 1, row: null }, version] : [version];
  });
