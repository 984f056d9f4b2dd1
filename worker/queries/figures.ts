import { and, asc, eq, getTableColumns, inArray, lte, or, sql } from 'drizzle-orm';
import { figure, release } from '../../schema/tables.ts';
import type { ReleaseRef } from '../../schema/answers.ts';
import type { ChangeCounts } from '../figures/changes.ts';
import type { FigureRow } from '../figures/rows.ts';
import type { Db } from '../db.ts';
import { jsonList, publicAt } from './window.ts';

export interface FiguresAsked {
  /** Release number whose state is read. */
  n: number;
  from: number;
  to: number;
  /** Metric ids; all when left out. */
  metrics?: string[];
  sample: 'include' | 'exclude';
}

/**
 * The figures that were public at a release. For each cell that the catalogue knows (metric, year, total or
 * member) it seeks the newest version up to the release, so the cost is the cells shown, whatever the history.
 */
export function figuresStatement(db: Db, asked: FiguresAsked) {
  const { n, from, to, metrics, sample } = asked;
  const only = metrics ? sql`and m.id in ${jsonList(metrics)}` : sql``;
  const open = (t: string) =>
    sql.raw(
      `${t}.first_release <= ${n} and (${t}.last_release is null or ${t}.last_release >= ${n})`,
    );
  const years = sql`json_each(${JSON.stringify(listYears(from, to))})`;
  const cells = sql`(
    select m.id as metric, y.value as year, '' as member
      from metric m, ${years} y where ${open('m')} ${only}
    union all
    select m.id, y.value, b.id
      from metric m join member b on b.breakdown = m.breakdown, ${years} y
      where ${open('m')} and ${open('b')} ${only}
  ) as cell`;
  return db
    .select(getTableColumns(figure))
    .from(cells)
    .innerJoin(
      figure,
      sql`${figure}.rowid = (
        select v.rowid from figure v
        where v.metric = cell.metric and v.year = cell.year and v.member = cell.member
          and v.first_release <= ${n}
        order by v.first_release desc limit 1)`,
    )
    .where(and(publicAt(figure, n), sample === 'exclude' ? eq(figure.sample, false) : undefined));
}

const listYears = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);

/** All versions of one metric's figures of one year that a reader of release `n` may know. */
export async function listVersions(
  db: Db,
  asked: { metric: string; year: number; n: number; sample: 'include' | 'exclude' },
): Promise<FigureRow[]> {
  return db
    .select()
    .from(figure)
    .where(
      and(
        eq(figure.metric, asked.metric),
        eq(figure.year, asked.year),
        lte(figure.firstRelease, asked.n),
        asked.sample === 'exclude' ? eq(figure.sample, false) : undefined,
      ),
    )
    .orderBy(asc(figure.member), asc(figure.firstRelease));
}

type Window = Pick<FigureRow, 'firstRelease' | 'lastRelease'>;

/** The releases at which any of these versions came or went, up to release `n`, oldest first. */
export async function listReleasesOf(db: Db, rows: Window[], n: number): Promise<ReleaseRef[]> {
  const moments = rows.flatMap((row) =>
    row.lastRelease === null ? [row.firstRelease] : [row.firstRelease, row.lastRelease + 1],
  );
  return db
    .select()
    .from(release)
    .where(inArray(release.n, jsonList([...new Set(moments)].filter((moment) => moment <= n))))
    .orderBy(asc(release.n));
}

/** Rows that release `n` opened or closed, in the order of metric, year, member, after a cursor. */
export async function listChangedRows(
  db: Db,
  n: number,
  limit: number,
  after: { metric: string; year: number; member: string } | null,
): Promise<FigureRow[]> {
  return db
    .select()
    .from(figure)
    .where(
      and(
        or(eq(figure.firstRelease, n), eq(figure.lastRelease, n - 1)),
        after
          ? sql`(${figure.metric}, ${figure.year}, ${figure.member}) > (${after.metric}, ${after.year}, ${after.member})`
          : undefined,
      ),
    )
    .orderBy(asc(figure.metric), asc(figure.year), asc(figure.member))
    .limit(limit);
}

/** How many figures each of these releases added, changed and withdrew. */
export async function countReleaseChanges(
  db: Db,
  releases: readonly number[],
): Promise<Map<number, ChangeCounts>> {
  const [opened, closed] = await db.batch([
    db
      .select({
        n: figure.firstRelease,
        all: sql<number>`count(*)`,
        changed: sql<number>`sum(exists (
          select 1 from figure old where old.metric = ${figure}.metric and old.year = ${figure}.year
            and old.member = ${figure}.member and old.last_release = ${figure}.first_release - 1))`,
      })
      .from(figure)
      .where(inArray(figure.firstRelease, jsonList(releases)))
      .groupBy(figure.firstRelease),
    db
      .select({ last: sql<number>`${figure.lastRelease}`, all: sql<number>`count(*)` })
      .from(figure)
      .where(inArray(figure.lastRelease, jsonList(releases.map((n) => n - 1))))
      .groupBy(figure.lastRelease),
  ]);
  const count = (n: number): ChangeCounts => {
    const { all = 0, changed = 0 } = opened.find((row) => row.n === n) ?? {};
    const gone = closed.find((row) => row.last === n - 1)?.all ?? 0;
    return { added: all - changed, changed, withdrawn: gone - changed };
  };
  return new Map(releases.map((n) => [n, count(n)]));
}
