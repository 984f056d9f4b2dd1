import { and, asc, inArray, lte } from 'drizzle-orm';
import type { ReleaseRef } from '../../../schema/answers.ts';
import type { RecordAnswer } from '../../../schema/register/answers.ts';
import { record } from '../../../schema/tables.ts';
import type { Localised } from '../../../schema/vocabulary.ts';
import type { Db } from '../../db.ts';
import { listMoments, type Moment } from '../../figures/versions.ts';
import { listReleasesByNumber } from '../releases.ts';
import { jsonList } from '../window.ts';
import { withParties, type RecordRow } from './records.ts';

/** Versions that a history tells of; those before are told to be there. */
export const MOST_VERSIONS = 50;

type Past = Pick<RecordAnswer, 'history' | 'earlier' | 'titles'>;

/**
 * What each release up to `n` made of a record, the newest of them.
 * @param rows its versions up to that release, oldest first
 */
export async function readRecordHistory(
  db: Db,
  rows: readonly RecordRow[],
  n: number,
): Promise<Past> {
  const told = rows.slice(-MOST_VERSIONS);
  const [versions, dated, titles] = await Promise.all([
    withParties(db, null, told),
    dateMoments(db, listMoments(told)),
    titleRecords(
      db,
      told.flatMap(({ partOf }) => partOf ?? []),
      n,
    ),
  ]);
  const history = dated.map(({ release, row }) => ({
    release,
    reason: row?.reason ?? release.reason,
    record: row && versions[told.indexOf(row)]!,
  }));
  return { history, earlier: rows.length > told.length, titles };
}

/** Moments of an entry with their releases. */
export async function dateMoments<Row>(
  db: Db,
  moments: readonly Moment<Row>[],
): Promise<{ release: ReleaseRef; row: Row | null }[]> {
  const releases = await listReleasesByNumber(
    db,
    moments.map(({ n }) => n),
  );
  return moments.map(({ n, row }) => ({ release: releases.get(n)!, row }));
}

/** Records by their ids as a reader of release `n` knows them: the newest version up to it, also of one withdrawn. */
export async function titleRecords(
  db: Db,
  ids: readonly string[],
  n: number,
): Promise<{ id: string; titles: Localised }[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const rows = await db
    .select({ id: record.id, titles: record.titles })
    .from(record)
    .where(and(inArray(record.id, jsonList(wanted)), lte(record.firstRelease, n)))
    .orderBy(asc(record.id), asc(record.firstRelease));
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
