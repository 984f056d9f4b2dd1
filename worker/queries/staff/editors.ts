import { and, desc, eq, gte, inArray, isNotNull } from 'drizzle-orm';
import { audit, yearReturn } from '../../../schema/staff/tables.ts';
import type { AuditAction } from '../../../schema/staff/words.ts';
import { jsonList } from '../window.ts';
import type { StaffDb } from './open.ts';

export interface Editor {
  id: string;
  /** As they were called then. */
  name: string;
}

/** By which a figure of a return becomes what it is. */
const edits: AuditAction[] = ['cell_saved', 'cell_imported', 'cell_restored'];

/** Who changed figures of these returns in the present round, by year; in a browser or through any token of theirs. */
export async function listEditors(
  db: StaffDb,
  years: readonly number[],
): Promise<Map<number, Editor[]>> {
  const rows = await db
    .selectDistinct({ year: yearReturn.year, id: audit.person, name: audit.name })
    .from(yearReturn)
    .innerJoin(audit, and(eq(audit.year, yearReturn.year), gte(audit.n, yearReturn.startedAt)))
    .where(
      and(
        inArray(yearReturn.year, jsonList(years)),
        inArray(audit.action, edits),
        isNotNull(audit.person),
      ),
    );
  return new Map(years.map((year) => [year, distinct(rows.filter((row) => row.year === year))]));
}

/**
 * Who changed what of the catalogue waits for the next release. Their changes are those since the newest release that
 * staff published: what came before is in it.
 * @param pending as the trail names them: kind and key
 * @param newest number of the newest release
 */
export async function listCatalogueEditors(
  db: StaffDb,
  pending: readonly string[],
  newest: number,
): Promise<Editor[]> {
  if (pending.length === 0) return [];
  const [[last], rows] = await db.batch([
    db
      .select({ n: audit.n })
      .from(audit)
      .where(and(eq(audit.subject, String(newest)), eq(audit.action, 'release_published')))
      .orderBy(desc(audit.n))
      .limit(1),
    db
      .select({ n: audit.n, id: audit.person, name: audit.name })
      .from(audit)
      .where(and(inArray(audit.subject, jsonList(pending)), eq(audit.action, 'catalogue_saved'))),
  ]);
  return distinct(rows.filter(({ n }) => n > (last?.n ?? 0)));
}

function distinct(rows: readonly { id: string | null; name: string }[]): Editor[] {
  const editors = new Map<string, Editor>();
  for (const { id, name } of rows) if (id !== null) editors.set(id, { id, name });
  return [...editors.values()];
}
