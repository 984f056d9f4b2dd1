import { desc } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { AuditAction } from '../../../schema/staff/words.ts';
import { audit } from '../../../schema/staff/tables.ts';
import type { Actor } from '../../staff/actor.ts';
import { FIRST_HASH, hashEntry } from '../../figures/audit-hash.ts';
import { AppError } from '../../errors.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';

/** What is to be told of a change; who and when are added. */
export interface Entry {
  action: AuditAction;
  subject?: string;
  year?: number;
  metric?: string;
  member?: string;
  before?: unknown;
  after?: unknown;
  why?: string | null;
}

/** What a change does, and what it answers. Nothing to tell means nothing to write. */
export interface Plan<T> {
  statements: BatchItem<'sqlite'>[];
  entries: Entry[];
  answer: T;
}

const ATTEMPTS = 12;

/** Longest wait before another attempt, in milliseconds. */
const LONGEST_WAIT = 2000;

/**
 * Waits a while, by chance, so that those who met do not meet again: longer the longer the attempt took, and the more
 * there seem to be.
 */
const stepBack = (attempt: number, tookMilliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    const longest = Math.min(LONGEST_WAIT, Math.max(10, tookMilliseconds) * 2 ** attempt);
    setTimeout(resolve, Math.random() * longest);
  });

/**
 * Every write of the staff. Plans the change on what is there now, then writes it and its audit entries in one atomic
 * batch. The numbers of the entries are the lock: when someone else wrote meanwhile they are taken, nothing is
 * written, and the change is planned again on the new state. So a plan may check all it needs by reading.
 * @param plan reads the state; throws an AppError to refuse. `next` is the number of its first entry
 * @throws AppError 503 `busy` when others keep writing
 */
export async function commit<T>(
  db: StaffDb,
  actor: Pick<Actor, 'name' | 'token'> & { id: string | null },
  plan: (next: number, at: string) => Promise<Plan<T>>,
): Promise<T> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [tail] = await db
      .select({ n: audit.n, hash: audit.hash })
      .from(audit)
      .orderBy(desc(audit.n))
      .limit(1);
    const at = new Date().toISOString();
    const { statements, entries, answer } = await plan((tail?.n ?? 0) + 1, at);
    if (entries.length === 0) return answer;
    const rows = chain(tail ?? { n: 0, hash: FIRST_HASH }, actor, entries, at);
    try {
      await db.batch([...insertRows(db, audit, rows), ...statements] as [BatchItem<'sqlite'>]);
      return answer;
    } catch (error) {
      if (!isTaken(error)) throw error;
      await stepBack(attempt, Date.now() - Date.parse(at));
    }
  }
  throw new AppError(503, 'busy', 'Others are saving at the same time. Try again.');
}

const isTaken = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed: audit\.n/.test(cause.message)) return true;
  }
  return false;
};

function chain(
  tail: { n: number; hash: string },
  actor: Pick<Actor, 'name' | 'token'> & { id: string | null },
  entries: Entry[],
  at: string,
): (typeof audit.$inferSelect)[] {
  let { n, hash } = tail;
  return entries.map((entry) => {
    n += 1;
    const fields = {
      n,
      at,
      person: actor.id,
      name: actor.name,
      token: actor.token,
      action: entry.action,
      subject: entry.subject ?? null,
      year: entry.year ?? null,
      metric: entry.metric ?? null,
      member: entry.member ?? null,
      before: toJson(entry.before),
      after: toJson(entry.after),
      why: entry.why ?? null,
    };
    hash = hashEntry(hash, fields);
    return { ...fields, hash };
  });
}

const toJson = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);
