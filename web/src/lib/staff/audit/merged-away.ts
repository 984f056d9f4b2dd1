import { hear, staffApi } from '$lib/staff/client.ts';
import type { AuditEntry } from '$schema/staff/audit.ts';
import type { RegisterProblem } from '$schema/staff/register-checks.ts';
import type { RecordContent } from '$schema/staff/register.ts';
import { isMerge } from './register-words.ts';

/**
 * The merge that stands in the way of a record as it was before: it named an organisation that is gone by it.
 * Null: none does, or it cannot be told.
 */
export async function findMergeInTheWay(
  entry: Pick<AuditEntry, 'before'>,
  refusals: readonly RegisterProblem[],
): Promise<AuditEntry | null> {
  const gone = refusals.find(({ refusal }) => refusal === 'unknown_organisation');
  const at = Number(/^parties\.(\d+)\./.exec(gone?.field ?? '')?.[1] ?? Number.NaN);
  const key = (entry.before as RecordContent | null)?.parties?.[at]?.organisation;
  if (!key) return null;
  const { audit } = staffApi({ fetch, url: new URL(location.href) });
  const outcome = await hear(audit.$get({ query: { subject: `organisation ${key}` } }));
  return outcome.ok ? (outcome.body.entries.find(isMerge) ?? null) : null;
}
