import type { Change, History, Metric, Source } from '../../schema/answers.ts';
import type { Db } from '../db.ts';
import { listChanges } from '../figures/changes.ts';
import { figureHistory } from '../figures/history.ts';
import { isPublicAt } from '../figures/rows.ts';
import { listMemberVersions, readCatalogue, toMember, type MemberVersion } from './catalogue.ts';
import { listChangedRows, listReleasesOf, listVersions } from './figures.ts';
import type { Reading } from './releases.ts';
import { listSources } from './sources.ts';
import type { Sample } from './record.ts';

/**
 * Every version of one figure that was public up to the release that is read.
 * Null when the metric, or the member, is not in the catalogue of that release.
 */
export async function readHistory(
  db: Db,
  reading: Reading,
  asked: { metric: string; year: number; member: string | null; sample: Sample },
): Promise<History | null> {
  const { n } = reading.release;
  const [catalogue, rows] = await Promise.all([
    readCatalogue(db, n),
    listVersions(db, { ...asked, n }),
  ]);
  const metric = catalogue.metrics.find((found) => found.id === asked.metric);
  const known = metric?.breakdown?.members.map((member) => member.id) ?? [];
  if (!metric || (asked.member !== null && !known.includes(asked.member))) return null;
  const members = metric.breakdown ? await listMemberVersions(db, metric.breakdown.id, n) : [];
  const releases = await listReleasesOf(db, [...rows, ...members], n);
  const metricAt = (release: number) => withMembersAt(metric, members, release);
  const history = figureHistory(metric, rows, releases, asked.member, metricAt);
  const sources = history.versions.flatMap(({ version }) => version?.sources ?? []);
  return {
    metric,
    year: asked.year,
    member: asked.member,
    ...history,
    sources: await listSources(db, sources, n),
  };
}

/** The metric as its breakdown was at a former release: a sum is incomplete only by the members of its time. */
function withMembersAt(metric: Metric, versions: MemberVersion[], release: number): Metric {
  if (!metric.breakdown) return metric;
  const members = versions.filter((row) => isPublicAt(row, release)).map(toMember);
  return { ...metric, breakdown: { ...metric.breakdown, members } };
}

type Cursor = { metric: string; year: number; member: string };

const writeCursor = ({ metric, year, member }: Change): string =>
  `${metric}~${year}~${member ?? ''}`;

/** Reads what {@link writeCursor} wrote; the route's validator has checked the form. */
function readCursor(text: string): Cursor {
  const [metric = '', year = '', member = ''] = text.split('~');
  return { metric, year: Number(year), member };
}

/** One page of what a release changed, in the order of metric, year, member. */
export async function readChanges(
  db: Db,
  n: number,
  asked: { limit: number; after?: string },
): Promise<{ changes: Change[]; sources: Source[]; next: string | null }> {
  // A changed figure is two rows; two more tell whether there is another page.
  const after = asked.after === undefined ? null : readCursor(asked.after);
  const rows = await listChangedRows(db, n, asked.limit * 2 + 2, after);
  const all = listChanges(n, rows);
  const changes = all.slice(0, asked.limit);
  const sources = changes.flatMap(({ before, after }) => [
    ...(before?.sources ?? []),
    ...(after?.sources ?? []),
  ]);
  const more = all.length > changes.length;
  return {
    changes,
    sources: await listSources(db, sources, n),
    next: more ? writeCursor(changes.at(-1)!) : null,
  };
}
