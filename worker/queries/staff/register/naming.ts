import { and, eq, isNotNull, isNull, notExists, sql, type SQL } from 'drizzle-orm';
import type { RecordContent } from '../../../../schema/staff/register.ts';
import { registerDraft } from '../../../../schema/staff/tables.ts';
import { party, record } from '../../../../schema/tables.ts';
import type { StaffDb } from '../open.ts';
import { findDrafts } from './find-drafts.ts';

/** The condition that no draft stands in front of a public record. */
export const hasNoDraft = (db: StaffDb): SQL =>
  notExists(
    db
      .select({ one: sql`1` })
      .from(registerDraft)
      .where(
        and(
          eq(registerDraft.kind, 'record'),
          eq(registerDraft.key, record.id),
          isNull(registerDraft.release),
        ),
      ),
  );

/** Ids of the records that name an organisation, as the next release will have them: at most so many. */
export async function listRecordsNaming(
  db: StaffDb,
  organisation: string,
  most: number,
): Promise<string[]> {
  const [rows, drafts] = await Promise.all([
    db
      .selectDistinct({ id: record.id })
      .from(party)
      .innerJoin(
        record,
        and(eq(record.id, party.record), eq(record.firstRelease, party.firstRelease)),
      )
      .where(and(eq(party.organisation, organisation), isNull(record.lastRelease), hasNoDraft(db)))
      .limit(most),
    findDrafts(db, { kind: 'record', facets: [['organisation', organisation]], limit: most }),
  ]);
  const kept = drafts.filter(({ content }) => content !== null);
  return [...rows.map(({ id }) => id), ...kept.map(({ key }) => key)].slice(0, most);
}

/** Ids of the records that took place in another, in the same way. */
export async function listPartsOf(db: StaffDb, of: string, most: number): Promise<string[]> {
  const [rows, drafts] = await Promise.all([
    db
      .select({ id: record.id })
      .from(record)
      .where(and(eq(record.partOf, of), isNull(record.lastRelease), hasNoDraft(db)))
      .limit(most),
    findDrafts(db, { kind: 'record', facets: [['part', of]], limit: most }),
  ]);
  const kept = drafts.filter(({ content }) => content !== null);
  return [...rows.map(({ id }) => id), ...kept.map(({ key }) => key)].slice(0, most);
}

/** Whether records rest on a source, or are counted under a member, as the next release will have them. */
export async function isUsedByRecords(
  db: StaffDb,
  by: { source: string } | { breakdown: string; member: string },
): Promise<boolean> {
  const isSaid =
    'source' in by
      ? eq(record.source, by.source)
      : and(eq(record.breakdown, by.breakdown), eq(record.member, by.member));
  const says = (field: keyof RecordContent, value: string) =>
    sql`json_extract(${registerDraft.content}, ${`$.${field}`}) = ${value}`;
  const isDrafted =
    'source' in by
      ? says('source', by.source)
      : and(says('breakdown', by.breakdown), says('member', by.member));
  const [rows, drafts] = await db.batch([
    db
      .select({ id: record.id })
      .from(record)
      .where(and(isSaid, isNull(record.lastRelease), hasNoDraft(db)))
      .limit(1),
    db
      .select({ key: registerDraft.key })
      .from(registerDraft)
      .where(
        and(
          isNull(registerDraft.release),
          eq(registerDraft.kind, 'record'),
          isNotNull(registerDraft.content),
          isDrafted,
        ),
      )
      .limit(1),
  ]);
  return rows.length + drafts.length > 0;
}
