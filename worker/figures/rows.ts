import type { Version } from '../../schema/answers.ts';
import type { ChangeReason, Localised, Qualifier, Status } from '../../schema/vocabulary.ts';

/** One row of table `figure`: what the queries hand over. Public from `firstRelease` to `lastRelease`. */
export type FigureRow = {
  metric: string;
  year: number;
  /** TOTAL ('') for the total. */
  member: string;
  firstRelease: number;
  /** Null: still public. */
  lastRelease: number | null;
  /** Null exactly when the status is O. */
  value: number | null;
  qualifier: Qualifier;
  status: Status;
  sample: boolean;
  source: string;
  note: Localised | null;
  reason: ChangeReason;
};

/** Whether a row was public at release `n`. */
export function isPublicAt(
  row: Pick<FigureRow, 'firstRelease' | 'lastRelease'>,
  n: number,
): boolean {
  return row.firstRelease <= n && (row.lastRelease === null || row.lastRelease >= n);
}

/** What a row says, without when and of what it says it. */
export function describeVersion(row: FigureRow): Version {
  return {
    value: row.value,
    qualifier: row.qualifier,
    status: row.status,
    sample: row.sample,
    sources: [row.source],
    note: row.note,
    reason: row.reason,
  };
}
