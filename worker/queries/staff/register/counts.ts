import { and, eq, isNull, sql } from 'drizzle-orm';
import type { CatalogueContents } from '../../../../schema/staff/catalogue.ts';
import type { RecordContent } from '../../../../schema/staff/register.ts';
import type { HeldFigure } from '../../../../schema/staff/returns.ts';
import { TOTAL } from '../../../../schema/vocabulary.ts';
import { party, record } from '../../../../schema/tables.ts';
import { cellKeyOf, type CellId, type HeldOf } from '../../../figures/return-cells.ts';
import type { StaffDb } from '../open.ts';
import type { WorkingCatalogue } from '../working-catalogue.ts';
import { findDrafts } from './find-drafts.ts';
import { hasNoDraft } from './naming.ts';

/** More than wait for one release. */
const ALL = 100_000;

type Count = CatalogueContents['count'];
type Asked = Count & { metric: string; year: number };
type Found = Asked & { member: string | null } & HeldFigure;

/**
 * What the register holds of the figures of some years, with the changes that wait. Sample data counts as none.
 * Reads the records of the kinds and years that metrics count, the parties of those, and the drafts of both.
 */
export async function readHeld(
  db: StaffDb,
  { counts }: Pick<WorkingCatalogue, 'counts'>,
  years: readonly number[],
): Promise<HeldOf> {
  const asked = [...counts].flatMap(([metric, how]) =>
    years.map((year): Asked => ({ ...how, metric, year })),
  );
  const found = asked.length === 0 ? [] : await readAll(db, asked);
  const held = new Map<string, HeldFigure>(
    asked.map((one) => [cellKeyOf({ ...one, member: TOTAL }), nothing]),
  );
  const add = (id: CellId, more: HeldFigure) =>
    held.set(cellKeyOf(id), join(held.get(cellKeyOf(id)) ?? nothing, more));
  for (const { metric, year, member, count, openEnded, source } of found) {
    const more = { count, openEnded, source };
    add({ metric, year, member: TOTAL }, more);
    if (member !== null) add({ metric, year, member }, more);
  }
  return (cell) =>
    held.has(cellKeyOf({ ...cell, member: TOTAL }))
      ? (held.get(cellKeyOf(cell)) ?? nothing)
      : undefined;
}

const nothing: HeldFigure = { count: 0, openEnded: false, source: null };

/** Both together. @returns no source where they rest on two */
const join = (a: HeldFigure, b: HeldFigure): HeldFigure => ({
  count: a.count + b.count,
  openEnded: a.openEnded || b.openEnded,
  source: a.count === 0 ? b.source : b.count === 0 || a.source === b.source ? a.source : null,
});

async function readAll(db: StaffDb, asked: readonly Asked[]): Promise<Found[]> {
  const [signed, landed] = [false, true].map((at) => asked.filter((one) => one.landed === at));
  const [[ofYear, ofLanding], ...drafts] = await Promise.all([
    db.batch([publicOf(db, signed!, record.year), publicOf(db, landed!, record.landedYear)]),
    ...draftsOf(db, asked),
  ]);
  const waiting = drafts
    .flat()
    .flatMap(({ content }) => (content ? [content as RecordContent] : []));
  return [
    ...ofYear.map(({ i, ...row }) => ({ ...signed![i]!, ...row, openEnded: row.openEnded === 1 })),
    ...ofLanding.map(({ i, ...row }) => ({
      ...landed![i]!,
      ...row,
      openEnded: row.openEnded === 1,
    })),
    ...asked.flatMap((one) => waiting.flatMap((content) => countDraft(one, content))),
  ];
}

/** What is public and has no draft in front of it, by what was asked for (its place) and member. */
function publicOf(
  db: StaffDb,
  asked: readonly Asked[],
  year: typeof record.year | typeof record.landedYear,
) {
  const of = (field: keyof Asked) => sql<string>`asked.value ->> ${`$.${field}`}`;
  const parties = sql`(select count(*) from ${party} where ${party.record} = ${record.id}
    and ${party.firstRelease} = ${record.firstRelease} and ${party.role} = ${of('role')})`;
  const n = sql`case when ${of('role')} is null then 1 else ${parties} end`;
  const sources = sql`case when ${n} > 0 then ${record.source} end`;
  return db
    .select({
      i: sql<number>`asked.key`,
      member: record.member,
      count: sql<number>`sum(${n})`,
      openEnded: sql<number>`max(${record.openEnded} and ${of('role')} is not null)`,
      source: sql<
        string | null
      >`case when min(${sources}) = max(${sources}) then min(${sources}) end`,
    })
    .from(sql`json_each(${JSON.stringify(asked)}) as asked`)
    .crossJoin(record)
    .where(
      and(
        // What landed is sought by its year, not by its kind.
        year === record.landedYear
          ? sql`+${record.kind} = ${of('kind')}`
          : eq(record.kind, of('kind')),
        eq(year, sql`asked.value ->> '$.year'`),
        eq(record.counted, true),
        eq(record.sample, false),
        isNull(record.lastRelease),
        hasNoDraft(db),
      ),
    )
    .groupBy(sql`asked.key`, record.member);
}

/** The drafts of records of each kind; of a project that landed by its kind alone: the index has the year of signing. */
const draftsOf = (db: StaffDb, asked: readonly Asked[]) =>
  [...Map.groupBy(asked, ({ kind }) => kind)].map(([kind, all]) => {
    const years = all.some(({ landed }) => landed) ? [] : all.map(({ year }) => year);
    const facets = [['kind', kind] as const, ['year', [...new Set(years)]] as const];
    return findDrafts(db, { kind: 'record', facets, limit: ALL });
  });

function countDraft(asked: Asked, content: RecordContent): Found[] {
  const { kind, role, landed, year } = asked;
  const isOf = content.kind === kind && (landed ? content.landedYear : content.year) === year;
  if (!isOf || !content.counted) return [];
  const { member, openEnded, source, parties } = content;
  const count = role === null ? 1 : parties.filter((party) => party.role === role).length;
  const more = { count, openEnded: role !== null && openEnded };
  return [{ ...asked, ...more, member, source: count > 0 ? source : null }];
}
