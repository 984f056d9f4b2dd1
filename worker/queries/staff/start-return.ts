import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { cellComment, draft, yearReturn } from '../../../schema/staff/tables.ts';
import { isEditable, type ReturnState } from '../../../schema/staff/words.ts';
import { AppError } from '../../errors.ts';
import { cellOfKey, type Cells } from '../../figures/return-cells.ts';
import type { Actor } from '../../staff/actor.ts';
import { localYear } from '../releases.ts';
import { commit, type Entry } from './commit.ts';
import { readDrafting, type Drafting } from './drafting.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';

/**
 * Begins a year's return, or, of a year that is published, a round of corrections. Drafts of an earlier round say
 * nothing any more but keep counting their versions, so that a page left open since then cannot save over new ones.
 * @param startedAt number of the audit entry that the start will have
 * @throws AppError 422 `outside_centre_life`; 409 `release_waiting` while the year's release waits for its time,
 * `not_allowed` without a record
 */
export function planStart(
  db: StaffDb,
  { catalogue, returns }: Pick<Drafting, 'catalogue' | 'returns'>,
  year: number,
  { startedAt, at }: { startedAt: number; at: string },
): { statements: BatchItem<'sqlite'>[]; entry: Entry } {
  const { centre, newest, newestAt } = catalogue;
  if (!centre) throw new AppError(409, 'not_allowed', 'There is no record to add a year to yet.');
  const last = localYear(new Date(at), centre.timeZone);
  if (year < centre.founded || year > last) {
    throw new AppError(
      422,
      'outside_centre_life',
      `The record has the years from ${centre.founded} to ${last}.`,
      [{ field: 'year', message: `Enter a year from ${centre.founded} to ${last}` }],
    );
  }
  const before = returns.get(year);
  if (before?.release === newest && newestAt !== null && newestAt > at) {
    throw new AppError(
      409,
      'release_waiting',
      `Release ${newest}, with the year ${year}, waits for its time. Withdraw it first, or wait.`,
    );
  }
  const started = {
    year,
    state: 'open' as const,
    startedAt,
    submittedBy: null,
    message: null,
    release: null,
  };
  return {
    statements: [
      ...insertRows(db, yearReturn, [started], { replace: [yearReturn.year] }),
      db
        .update(draft)
        .set({ content: null, fromRegister: null, version: sql`${draft.version} + 1` })
        .where(
          and(eq(draft.year, year), or(isNotNull(draft.content), isNotNull(draft.fromRegister))),
        ),
      db.delete(cellComment).where(eq(cellComment.year, year)),
    ],
    entry: {
      action: 'return_started',
      year,
      before: before ? { state: before.state, release: before.release } : null,
      after: { state: 'open' },
    },
  };
}

/** The drafts as {@link planStart} leaves them for these years. */
export const startedDrafts = (
  drafts: Cells['drafts'],
  isStarted: (year: number) => boolean,
): Cells['drafts'] =>
  new Map(
    [...drafts].map(([key, cell]) => {
      const says = cell.content !== null || cell.fromRegister !== null;
      const isCleared = says && isStarted(cellOfKey(key).year);
      const cleared = { content: null, fromRegister: null, version: cell.version + 1 };
      return [key, isCleared ? { ...cell, ...cleared } : cell];
    }),
  );

/**
 * Starts a return, or a round of corrections; nothing, where it can be edited already.
 * @throws AppError 409 `return_locked` while it is in review; and as {@link planStart}
 */
export const startReturn = (
  db: StaffDb,
  actor: Actor,
  year: number,
): Promise<{ year: number; state: ReturnState }> =>
  commit(db, actor, async (startedAt, at) => {
    const drafting = await readDrafting(db, { years: [year], metrics: [] });
    const state = drafting.returns.get(year)?.state;
    if (state && isEditable(state)) return { statements: [], entries: [], answer: { year, state } };
    if (state === 'submitted') throw lockedError([year]);
    const { statements, entry } = planStart(db, drafting, year, { startedAt, at });
    return { statements, entries: [entry], answer: { year, state: 'open' } };
  });

/** Returns that nobody may change now. */
export const lockedError = (years: number[]) =>
  new AppError(
    409,
    'return_locked',
    `The return of ${years.join(', ')} is in review or published. It has to be sent back, or started again, first.`,
    undefined,
    { years },
  );
