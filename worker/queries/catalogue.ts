import { and, asc, eq, lte } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
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
import { publicAt } from './window.ts';

/** What the record counts, as one release has it. */
export interface Catalogue {
  groups: MetricGroup[];
  /** In the order of their groups, then their own. */
  metrics: Metric[];
  targets: (Target & { metric: string })[];
  closedYears: number[];
}

/** The statements of {@link readCatalogue}, to be sent in one batch with others. */
export const catalogueStatements = (db: Db, n: number) =>
  [
    db
      .select()
      .from(metricGroup)
      .where(publicAt(metricGroup, n))
      .orderBy(asc(metricGroup.position)),
    db.select().from(metric).where(publicAt(metric, n)).orderBy(asc(metric.position)),
    db.select().from(breakdown).where(publicAt(breakdown, n)),
    db.select().from(member).where(publicAt(member, n)).orderBy(asc(member.position)),
    db.select().from(seriesBreak).where(publicAt(seriesBreak, n)).orderBy(asc(seriesBreak.year)),
    db.select().from(target).where(publicAt(target, n)).orderBy(asc(target.year)),
    db.select().from(closedYear).where(publicAt(closedYear, n)),
    db.select().from(metricCount).where(publicAt(metricCount, n)),
  ] as const;

type CatalogueRows = BatchResponse<ReturnType<typeof catalogueStatements>>;

/** Puts the rows of {@link catalogueStatements} together. */
export function composeCatalogue(rows: CatalogueRows): Catalogue {
  const [groups, metrics, breakdowns, members, breaks, targets, closed, counts] = rows;
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
