import { and, asc, eq, lte } from 'drizzle-orm';
import { record } from '../../../schema/tables.ts';
import type { Db } from '../../db.ts';
import type { Sample } from '../record.ts';
import { listSourcesOf } from '../sources.ts';
import { readRecordHistory } from './history.ts';
import { listRecords, withParties, type RecordRow } from './records.ts';

/** Parts of a record that are listed with it. */
const MOST_PARTS = 100;

/** Every version of one record up to release `n`, oldest first. */
const listVersions = (db: Db, n: number, id: string, sample: Sample): Promise<RecordRow[]> =>
  db
    .select()
    .from(record)
    .where(
      and(
        eq(record.id, id),
        lte(record.firstRelease, n),
        sample === 'exclude' ? eq(record.sample, false) : undefined,
      ),
    )
    .orderBy(asc(record.firstRelease));

/** One record with what took place in it, its sources and its releases; null: there is none in release `n`. */
export async function readRecord(db: Db, n: number, id: string, sample: Sample) {
  const versions = await listVersions(db, n, id, sample);
  const row = versions.find(({ lastRelease }) => lastRelease === null || lastRelease >= n);
  if (!row) return null;
  const [[found], parts, past] = await Promise.all([
    withParties(db, n, [row]),
    listRecords(db, n, eq(record.partOf, id), { limit: MOST_PARTS }),
    readRecordHistory(db, versions, n),
  ]);
  const shown = parts.records.filter((part) => sample === 'include' || !part.sample);
  return {
    record: found!,
    parts: shown,
    ...past,
    sources: await listSourcesOf(
      db,
      [row, ...past.history.flatMap(({ record }) => record ?? []), ...shown],
      n,
    ),
  };
}
