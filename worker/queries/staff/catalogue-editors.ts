import { and, desc, eq, inArray } from 'drizzle-orm';
import type { CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import { audit } from '../../../schema/staff/tables.ts';
import { jsonList } from '../window.ts';
import { distinctEditors, type Editor } from './editors.ts';
import type { StaffDb } from './open.ts';

/**
 * Who made the changes of the catalogue that wait for the next release. A change that was discarded is nobody's, and
 * what was saved before the newest release is in it.
 * @param newest number of the newest release
 */
export async function listCatalogueEditors(
  db: StaffDb,
  entries: readonly Pick<CatalogueEntry, 'kind' | 'key' | 'pending'>[],
  newest: number,
): Promise<Editor[]> {
  const subjects = entries
    .filter(({ pending }) => pending)
    .map(({ kind, key }) => `${kind} ${key}`);
  if (subjects.length === 0) return [];
  const [[published], rows] = await db.batch([
    db
      .select({ n: audit.n })
      .from(audit)
      .where(and(eq(audit.subject, String(newest)), eq(audit.action, 'release_published')))
      .orderBy(desc(audit.n))
      .limit(1),
    db
      .select({
        n: audit.n,
        action: audit.action,
        subject: audit.subject,
        id: audit.person,
        name: audit.name,
      })
      .from(audit)
      .where(
        and(
          inArray(audit.subject, jsonList(subjects)),
          inArray(audit.action, ['catalogue_saved', 'catalogue_discarded']),
        ),
      ),
  ]);
  const settled = new Map(subjects.map((subject) => [subject, published?.n ?? 0]));
  for (const { n, action, subject } of rows) {
    if (action !== 'catalogue_discarded' || subject === null) continue;
    settled.set(subject, Math.max(n, settled.get(subject) ?? 0));
  }
  return distinctEditors(
    rows.filter(
      ({ n, action, subject }) =>
        action === 'catalogue_saved' && n > (settled.get(subject ?? '') ?? 0),
    ),
  );
}
