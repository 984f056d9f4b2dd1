import { desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import { catalogueDraft, person } from '../../../schema/staff/tables.ts';
import { catalogueKinds, type CatalogueKind } from '../../../schema/staff/words.ts';
import {
  breakdown,
  centre,
  closedYear,
  member,
  metric,
  metricCount,
  metricGroup,
  release,
  seriesBreak,
  source,
  target,
} from '../../../schema/tables.ts';
import { rowsAsOne } from '../rows-as-one.ts';
import type { StaffDb } from './open.ts';

/**
 * All that the catalogue is made of, to be sent in one batch with others: what is open in the newest release, also one
 * that waits, and every draft. An open window is open in the newest release, so that its number need not be known.
 */
export const entryStatements = (db: StaffDb) =>
  [
    db.select().from(centre).limit(1),
    db
      .select({ n: release.n, publishedAt: release.publishedAt })
      .from(release)
      .orderBy(desc(release.n))
      .limit(1),
    db
      .select({ ...getTableColumns(catalogueDraft), editor: person.name })
      .from(catalogueDraft)
      .leftJoin(person, eq(person.id, catalogueDraft.editedBy)),
    db
      .select({
        closed: openRows(closedYear),
        groups: openRows(metricGroup),
        breakdowns: openRows(breakdown),
        members: openRows(member),
        metrics: openRows(metric),
        breaks: openRows(seriesBreak),
        targets: openRows(target, target.year),
        counts: openRows(metricCount),
      })
      .from(sql`(select 1)`),
    // They are many where records bring theirs: too long for one value.
    db.select().from(source).where(isNull(source.lastRelease)),
  ] as const;

type Windowed = SQLiteTable & { lastRelease: SQLiteColumn };

const openRows = <T extends Windowed>(table: T, orderBy?: SQLiteColumn) =>
  rowsAsOne(table, { where: isNull(table.lastRelease), ...(orderBy && { orderBy }) });

export type EntryRows = BatchResponse<ReturnType<typeof entryStatements>>;

type Content = Record<string, unknown>;

/** What is public of each kind, by the shapes of `catalogueContents`; a sample target carries `sample` besides. */
function publishedContents(rows: EntryRows): Record<CatalogueKind, Map<string, Content>> {
  const [, , , [tables], sources] = rows;
  const { groups, breakdowns, members, metrics, breaks, targets, counts } = tables!;
  const entries = <Row extends { firstRelease: number; lastRelease: number | null }>(
    all: Row[],
    keyOf: (row: Row) => string,
    identity: (keyof Row)[],
  ) =>
    new Map(
      all.map((row) => {
        const hidden = [...identity, 'firstRelease', 'lastRelease'];
        const content = Object.entries(row).filter(([name]) => !hidden.includes(name));
        return [keyOf(row), Object.fromEntries(content)];
      }),
    );
  return {
    group: entries(groups, ({ id }) => id, ['id']),
    breakdown: entries(breakdowns, ({ id }) => id, ['id']),
    member: entries(members, (row) => `${row.breakdown}~${row.id}`, ['breakdown', 'id']),
    metric: entries(metrics, ({ id }) => id, ['id']),
    break: entries(breaks, (row) => `${row.metric}~${row.year}`, ['metric', 'year']),
    target: new Map(
      targets.map(({ metric, year, value, sample, source }) => [
        `${metric}~${year}`,
        { value, source, ...(sample && { sample }) },
      ]),
    ),
    source: entries(sources, ({ id }) => id, ['id']),
    count: entries(counts, (row) => row.metric, ['metric']),
  };
}

/** The rows of {@link entryStatements} as entries, by kind and then key. */
export function toEntries(rows: EntryRows): CatalogueEntry[] {
  const published = publishedContents(rows);
  const [, , allDrafts] = rows;
  return catalogueKinds.flatMap((kind) => {
    const drafts = new Map(
      allDrafts.filter((row) => row.kind === kind).map((row) => [row.key, row]),
    );
    const keys = [...new Set([...published[kind].keys(), ...drafts.keys()])].toSorted();
    return keys.flatMap((key): CatalogueEntry[] => {
      const draft = drafts.get(key);
      const before = published[kind].get(key) ?? null;
      const pending = draft !== undefined && draft.release === null;
      if (!pending && before === null) return [];
      return [
        {
          kind,
          key,
          version: draft?.version ?? 0,
          published: before,
          pending,
          content: pending ? draft.content : before,
          editedBy: draft?.editor ?? null,
          editedAt: draft?.editedAt ?? null,
        },
      ];
    });
  });
}

/** The catalogue as the pages for it show it: each row as it is public, and as the next release will have it. */
export const listCatalogueEntries = async (db: StaffDb): Promise<CatalogueEntry[]> =>
  toEntries(await db.batch(entryStatements(db)));
