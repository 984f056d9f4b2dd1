import { asc, isNull } from 'drizzle-orm';
import type { AuditAnswer } from '../../../schema/staff/audit.ts';
import type { CatalogueContents } from '../../../schema/staff/catalogue.ts';
import { catalogueDraft } from '../../../schema/staff/tables.ts';
import { member, metric } from '../../../schema/tables.ts';
import type { StaffDb } from './open.ts';

type Named = AuditAnswer['metrics'][number];

/** What a metric of the trail is called: as the next release will have it, else as it was called last. */
export async function listMetricNames(db: StaffDb): Promise<Named[]> {
  const [metrics, members, drafts] = await db.batch([
    db.select().from(metric).orderBy(asc(metric.firstRelease)),
    db.select().from(member).orderBy(asc(member.firstRelease)),
    db.select().from(catalogueDraft).where(isNull(catalogueDraft.release)),
  ]);
  type Row = Pick<CatalogueContents['metric'], 'names' | 'decimals' | 'breakdown' | 'position'>;
  const found = new Map<string, Row>(metrics.map((row) => [row.id, row]));
  const parts = new Map(members.map(({ breakdown, id, names }) => [`${breakdown}~${id}`, names]));
  for (const { kind, key, content } of drafts) {
    if (content === null) continue;
    if (kind === 'metric') found.set(key, content as Row);
    if (kind === 'member') parts.set(key, (content as CatalogueContents['member']).names);
  }
  const membersOf = (breakdown: string | null) =>
    [...parts].flatMap(([key, names]) => {
      const [of, id = ''] = key.split('~');
      return of === breakdown ? [{ id, names }] : [];
    });
  return [...found]
    .toSorted(([, a], [, b]) => a.position - b.position)
    .map(([id, { names, decimals, breakdown }]) => ({
      id,
      names,
      decimals,
      members: membersOf(breakdown),
    }));
}
