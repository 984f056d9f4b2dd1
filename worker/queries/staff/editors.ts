import { and, eq, gte, inArray, isNotNull } from 'drizzle-orm';
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
const edits: AuditAction[] = [
  'cell_saved',
  'cell_imported',
  'cell_restored',
  'cell_followed',
  'cell_taken',
];

/**
 * Who changed figures of these returns in their present rounds, in a browser or through any token of theirs: a row for
 * each year, person and name they had.
 */
export const editorsStatement = (db: StaffDb, ...years: number[]) =>
  db
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

/** The people of {@link editorsStatement} or of the catalogue, each once. */
export function distinctEditors(rows: readonly { id: string | null; name: string }[]): Editor[] {
  const editors = new Map<string, Editor>();
  for (const { id, name } of rows) if (id !== null) editors.set(id, { id, name });
  return [...editors.values()];
}
