import type { History, Metric, ReleaseRef, Version } from '../../schema/answers.ts';
import { TOTAL } from '../../schema/vocabulary.ts';
import { describeVersion, isPublicAt, type FigureRow } from './rows.ts';
import { totalCell } from './totals.ts';

/** What one release said of the cell, and the row it said it with; no row: a sum, or nothing. */
type State = { version: Version | null; row: FigureRow | null };

/**
 * Every version of one figure that was public, oldest first; version null where a release withdrew it.
 * A total without a row of its own is summed anew at each release.
 *
 * @param rows rows of one metric and year, of all members and all releases
 * @param releases the releases the reader may see: what others opened or closed is not told
 * @param member null for the total
 * @param metricAt the catalogue's metric at a release, where members have come or gone since; a sum
 *   is incomplete only by the members of its own time
 */
export function figureHistory(
  metric: Metric,
  rows: readonly FigureRow[],
  releases: readonly ReleaseRef[],
  member: string | null,
  metricAt: (release: number) => Metric = () => metric,
): Pick<History, 'basis' | 'versions'> {
  const id = member ?? TOTAL;
  const versions: History['versions'] = [];
  let basis: History['basis'] = null;
  let before: State = { version: null, row: null };

  for (const release of releases.toSorted((a, b) => a.n - b.n)) {
    const now = readState(rows, release, id, metricAt(release.n));
    if (isSame(before, now)) continue;
    versions.push({ release, version: now.version });
    if (now.version !== null && now.version.value !== null)
      basis = now.row === null ? 'summed' : 'reported';
    before = now;
  }
  return { basis, versions };
}

function readState(
  rows: readonly FigureRow[],
  release: ReleaseRef,
  member: string,
  metric: Metric,
): State {
  const open = rows.filter((row) => isPublicAt(row, release.n));
  const row = open.find((found) => found.member === member) ?? null;
  if (row !== null) return { version: describeVersion(row), row };
  if (member !== TOTAL) return { version: null, row };

  const { value, qualifier, status, sample, sources, note } = totalCell(undefined, open, metric);
  if (status === null) return { version: null, row };
  const reason = reasonOfSum(open, release);
  // A total that is missing has no qualifier of its own; a version must name one.
  const version = { value, qualifier: qualifier ?? 'exact', status, sample, sources, note, reason };
  return { version, row };
}

/** Why a sum changed: the reason its new parts share, otherwise the release's. */
function reasonOfSum(open: readonly FigureRow[], release: ReleaseRef): Version['reason'] {
  const opened = open.filter((row) => row.firstRelease === release.n).map((row) => row.reason);
  const [first, ...others] = new Set(opened);
  return first !== undefined && others.length === 0 ? first : release.reason;
}

/** Same row, or sums that say the same whatever their reason. */
function isSame(before: State, now: State): boolean {
  if (before.row !== null || now.row !== null) return before.row === now.row;
  const [a, b] = [before.version, now.version];
  if (a === null || b === null) return a === b;
  return JSON.stringify({ ...a, reason: null }) === JSON.stringify({ ...b, reason: null });
}
