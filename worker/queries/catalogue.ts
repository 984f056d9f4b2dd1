import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import {
  breakdown,
  closedYear,
  member,
  metric,
  metricCount,
  metricGroup,
  seriesBreak,
  target,
} from '../../schema/tables.ts';
import type { Member, Metric, MetricGroup, Target } from '../../schema/answers.ts';
import type { Db } from '../db.ts';
import { rowsAsOne } from './rows-as-one.ts';
import { publicAt } from './window.ts';

/** What the record counts, as one release has it. */
export interface Catalogue {
  groups: MetricGroup[];
  /** In the order of their groups, then their own. */
  metrics: Metric[];
  targets: (Target & { metric: string })[];
  closedYears: number[];
}

/** The statement of {@link readCatalogue}, to be sent in one batch with others. */
export const catalogueStatements = (db: Db, n: number) =>
  [
    db
      .select({
        groups: publicRows(metricGroup, n, metricGroup.position),
        metrics: publicRows(metric, n, metric.position),
        breakdowns: publicRows(breakdown, n),
        members: publicRows(member, n, member.position),
        breaks: publicRows(seriesBreak, n, seriesBreak.year),
        targets: publicRows(target, n, target.year),
        closed: publicRows(closedYear, n),
        counts: publicRows(metricCount, n),
      })
      .from(sql`(select 1)`),
  ] as const;

type Windowed = SQLiteTable & { firstRelease: SQLiteColumn; lastRelease: SQLiteColumn };

const publicRows = <T extends Windowed>(table: T, n: number, orderBy?: SQLiteColumn) =>
  rowsAsOne(table, { where: publicAt(table, n), ...(orderBy && { orderBy }) });

type CatalogueRows = BatchResponse<ReturnType<typeof catalogueStatements>>;

/** Puts the answer to {@link catalogueStatements} together. */
export function composeCatalogue(rows: CatalogueRows): Catalogue {
  const { groups, metrics, breakdowns, members, breaks, targets, closed, counts } = rows[0][0]!;
  const breakdownOf = (id: string) => {
    const found = breakdowns.find((row) => row.id === id);
    if (!found) return null;
    const own = members.filter((row) => row.breakdown === id);
    return {
      id,
      names: found.names,
      members: own.map(toMember),
    };
  };
  const order = new Map(groups.map((group, i) => [group.id, i]));
  return {
    groups: groups.map(({ id, names }) => ({ id, names })),
    metrics: metrics
      .toSorted((a, b) => (order.get(a.group) ?? 0) - (order.get(b.group) ?? 0))
      .map((row) => ({
        id: row.id,
        group: row.group,
        names: row.names,
        definitions: row.definitions,
        units: row.units,
        direction: row.direction,
        decimals: row.decimals,
        additive: row.additive,
        breakdown: row.breakdown === null ? null : breakdownOf(row.breakdown),
        breaks: breaks
          .filter((found) => found.metric === row.id)
          .map(({ year, reasons }) => ({ year, reasons })),
        lastYear: row.lastYear,
        records: counts.find(({ metric }) => metric === row.id)?.kind,
      })),
    targets: targets.map(({ metric, year, value, sample, source }) => ({
      metric,
      year,
      value,
      sample,
      source,
    })),
    closedYears: closed.map((row) => row.year),
  };
}

/** The catalogue as of release `n`. */
export async function readCatalogue(db: Db, n: number): Promise<Catalogue> {
  return composeCatalogue(await db.batch(catalogueStatements(db, n)));
}

export type MemberVersion = typeof member.$inferSelect;

/** A member as answers tell of it. */
export const toMember = ({ id, names, colour, lastYear }: MemberVersion): Member => ({
  id,
  names,
  colour,
  lastYear,
});

/** Every version of the members of a breakdown that a reader of release `n` may know. */
export const listMemberVersions = (db: Db, id: string, n: number): Promise<MemberVersion[]> =>
  db
    .select()
    .from(member)
    .where(and(eq(member.breakdown, id), lte(member.firstRelease, n)))
    .orderBy(asc(member.position));
