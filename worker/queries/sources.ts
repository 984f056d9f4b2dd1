import { and, asc, inArray, lte } from 'drizzle-orm';
import { source } from '../../schema/tables.ts';
import type { Source } from '../../schema/answers.ts';
import type { Db } from '../db.ts';
import { jsonList } from './window.ts';

/**
 * The named sources as a reader of release `n` knows them, in the order of their ids: the newest version
 * up to that release, also of one that no public figure rests on any more (a history still names it).
 */
export async function listSources(db: Db, ids: Iterable<string>, n: number): Promise<Source[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const rows = await db
    .select()
    .from(source)
    .where(and(inArray(source.id, jsonList(wanted)), lte(source.firstRelease, n)))
    .orderBy(asc(source.id), asc(source.firstRelease));
  const newest = new Map(rows.map((row) => [row.id, row]));
  return [...newest.values()].map(({ id, kind, titles, publisher, publishedOn, url }) => ({
    id,
    kind,
    titles,
    publisher,
    publishedOn,
    url,
  }));
}

/** The sources that these entries of the register name. */
export const listSourcesOf = (
  db: Db,
  entries: { source: string }[],
  n: number,
): Promise<Source[]> =>
  listSources(
    db,
    entries.map(({ source }) => source),
    n,
  );
