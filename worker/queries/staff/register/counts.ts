import { and, eq, isNull, sql } from 'drizzle-orm';
import { contentOf } from '../../../../schema/staff/catalogue-checks.ts';
import type { CatalogueContents } from '../../../../schema/staff/catalogue.ts';
import type { RecordContent } from '../../../../schema/staff/register.ts';
import type { SheetMetric } from '../../../../schema/staff/returns.ts';
import { party, record } from '../../../../schema/tables.ts';
import type { StaffDb } from '../open.ts';
import type { WorkingCatalogue } from '../working-catalogue.ts';
import { findDrafts } from './find-drafts.ts';
import { hasNoDraft } from './naming.ts';

/** More than wait for one release. */
const ALL = 100_000;

/**
 * What the register holds of what a metric counts in one year, with the changes that wait: by member, '' is all of it.
 * Sample data counts as none. Reads the records of the kind and year with their parties, and the drafts of them.
 */
async function countForReturn(
  db: StaffDb,
  { kind, role, landed }: CatalogueContents['count'],
  year: number,
): Promise<Map<string, number>> {
  const counted = and(
    eq(record.kind, kind),
    eq(landed ? record.landedYear : record.year, year),
    eq(record.counted, true),
    eq(record.sample, false),
    isNull(record.lastRelease),
    hasNoDraft(db),
  );
  const count = sql<number>`count(*)`;
  const ofRole = and(
    eq(party.record, record.id),
    eq(party.firstRelease, record.firstRelease),
    ...(role === null ? [] : [eq(party.role, role)]),
  );
  const rows =
    role === null
      ? db
          .select({ member: record.member, count })
          .from(record)
          .where(counted)
          .groupBy(record.member)
      : db
          .select({ member: record.member, count })
          .from(record)
          .innerJoin(party, ofRole)
          .where(counted)
          .groupBy(record.member);
  // A project that landed is found by its kind alone: the index knows the year of the signing.
  const facets = [['kind', kind], ...(landed ? [] : [['year', year] as const])] as const;
  const [published, drafts] = await Promise.all([
    rows,
    findDrafts(db, { kind: 'record', facets, limit: ALL }),
  ]);
  const totals = new Map<string, number>([['', 0]]);
  const add = (member: string | null, n: number): void => {
    totals.set('', totals.get('')! + n);
    if (member !== null) totals.set(member, (totals.get(member) ?? 0) + n);
  };
  for (const row of published) add(row.member, row.count);
  for (const draft of drafts) {
    const content = draft.content as RecordContent | null;
    if (!content?.counted || (landed ? content.landedYear : content.year) !== year) continue;
    const parties = content.parties.filter((one) => one.role === role);
    add(content.member, role === null ? 1 : parties.length);
  }
  return totals;
}

/** The metrics with what the register holds beside each cell of those that count records. */
export async function withRegister(
  db: StaffDb,
  metrics: readonly SheetMetric[],
  { entries }: Pick<WorkingCatalogue, 'entries'>,
  year: number,
): Promise<SheetMetric[]> {
  return await Promise.all(
    metrics.map(async (metric) => {
      const how = contentOf(entries, 'count', metric.id);
      if (!how) return metric;
      const held = await countForReturn(db, how, year);
      const cells = metric.cells.map((cell) => ({
        ...cell,
        register: held.get(cell.member) ?? 0,
      }));
      return { ...metric, cells };
    }),
  );
}
