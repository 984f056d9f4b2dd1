import { and, desc, eq, inArray } from 'drizzle-orm';
import { audit } from '../../../schema/staff/tables.ts';
import type { AuditAction } from '../../../schema/staff/words.ts';
import { jsonList } from '../window.ts';
import { distinctEditors, type Editor } from './editors.ts';
import type { StaffDb } from './open.ts';

/** The actions by which something waits for the next release, and by which it does no more. */
interface Proposing {
  saved: readonly AuditAction[];
  discarded: AuditAction;
}

const ofCatalogue: Proposing = { saved: ['catalogue_saved'], discarded: 'catalogue_discarded' };

/**
 * Who made the changes that wait for the next release, of the catalogue or the register. A change that was discarded is
 * nobody's, and what was saved before the newest release is in it.
 * @param pending what waits
 * @param newest number of the newest release
 */
export async function listProposers(
  db: StaffDb,
  pending: readonly { kind: string; key: string }[],
  newest: number,
  { saved, discarded }: Proposing = ofCatalogue,
): Promise<Editor[]> {
  const subjects = pending.map(({ kind, key }) => `${kind} ${key}`);
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
          inArray(audit.action, [...saved, discarded]),
        ),
      ),
  ]);
  const settled = new Map(subjects.map((subject) => [subject, published?.n ?? 0]));
  for (const { n, action, subject } of rows) {
    if (action !== discarded || subject === null) continue;
    settled.set(subject, Math.max(n, settled.get(subject) ?? 0));
  }
  return distinctEditors(
    rows.filter(
      ({ n, action, subject }) => saved.includes(action) && n > (settled.get(subject ?? '') ?? 0),
    ),
  );
}
