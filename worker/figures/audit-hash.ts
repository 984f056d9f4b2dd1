import { createHash } from 'node:crypto';

/** An entry of the trail without its hash. `before` and `after` are JSON texts. */
export interface AuditFields {
  n: number;
  at: string;
  person: string | null;
  name: string;
  token: string | null;
  action: string;
  subject: string | null;
  year: number | null;
  metric: string | null;
  member: string | null;
  before: string | null;
  after: string | null;
  why: string | null;
}

/** What the first entry follows. */
export const FIRST_HASH = '0'.repeat(64);

/** SHA-256, hexadecimal, of the hash before and the entry's fields in their fixed order. */
export function hashEntry(previous: string, entry: AuditFields): string {
  const { n, at, person, name, token, action, subject, year, metric, member, before, after, why } =
    entry;
  const fields = [n, at, person, name, token, action, subject, year, metric, member, before, after];
  return createHash('sha256')
    .update(JSON.stringify([previous, ...fields, why]))
    .digest('hex');
}

/** The number of the first entry that the chain does not hold for, or null when it holds. */
export function findBreak(
  entries: Iterable<AuditFields & { hash: string }>,
  start: { n: number; hash: string } = { n: 0, hash: FIRST_HASH },
): number | null {
  let { n, hash } = start;
  for (const entry of entries) {
    n += 1;
    hash = hashEntry(hash, entry);
    if (entry.n !== n || entry.hash !== hash) return n;
  }
  return null;
}
