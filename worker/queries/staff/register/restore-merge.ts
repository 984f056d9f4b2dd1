import { and, asc, gte, inArray, lt } from 'drizzle-orm';
import type { RestoredAnswer } from '../../../../schema/staff/audit.ts';
import type { OrganisationContent, RecordContent } from '../../../../schema/staff/register.ts';
import { audit } from '../../../../schema/staff/tables.ts';
import { isSameContent } from '../../../figures/same-content.ts';
import type { Actor } from '../../../staff/actor.ts';
import { parseJson, type AuditRow } from '../audit.ts';
import type { Plan } from '../commit.ts';
import type { StaffDb } from '../open.ts';
import { readOrganisations, readRecords } from './entries.ts';
import { planSaves, type RegisterChange } from './plan-saves.ts';
import { subjectOf, toRestored, type Restoring } from './restore.ts';

/**
 * Plans that a merge is taken back as a whole: the organisation is there again, and each record that the merge changed
 * names it as before. A record that somebody changed since is left as it is, and told.
 * @throws AppError as `planSaves`
 */
export async function planUnmerge(
  db: StaffDb,
  actor: Actor,
  entry: AuditRow,
  { why, at }: Restoring,
): Promise<Plan<RestoredAnswer>> {
  const { key } = subjectOf(entry);
  const merged = await listMerged(db, entry);
  const [organisations, records] = await Promise.all([
    readOrganisations(db, [key]),
    readRecords(
      db,
      merged.map((one) => one.key),
    ),
  ]);
  const present = merged.map((one) => ({ ...one, now: records.get(one.key)!.content }));
  const gives = present.filter(({ now, after }) => now !== null && isSameContent(now, after));
  const left = present.filter(
    ({ now, before, after }) => !isSameContent(now, after) && !isSameContent(now, before),
  );
  const isThere = organisations.get(key)!.content !== null;
  const body = parseJson(entry.before) as OrganisationContent;
  const changes: RegisterChange[] = [
    ...(isThere ? [] : [{ kind: 'organisation' as const, key, content: body, comesBack: true }]),
    ...gives.map(({ key, before }) => ({ kind: 'record' as const, key, content: before })),
  ];
  const plan = await planSaves(db, actor, changes, at);
  const told = left.map(({ key, now, after }) => ({ key, titles: (now ?? after).titles }));
  return toRestored(plan, why, told);
}

/** The records that a merge changed: their entries stand before its own, which says how many they are. */
async function listMerged(
  db: StaffDb,
  { n, after }: AuditRow,
): Promise<{ key: string; before: RecordContent; after: RecordContent }[]> {
  const { records } = parseJson(after) as { records: number };
  const rows = await db
    .select()
    .from(audit)
    .where(
      and(
        gte(audit.n, n - records),
        lt(audit.n, n),
        inArray(audit.action, ['register_saved', 'register_discarded']),
      ),
    )
    .orderBy(asc(audit.n));
  return rows.map((row) => ({
    key: subjectOf(row).key,
    before: parseJson(row.before) as RecordContent,
    after: parseJson(row.after) as RecordContent,
  }));
}
