import { desc, eq } from 'drizzle-orm';
import { catalogueDraft, yearReturn } from '../../../schema/staff/tables.ts';
import { release } from '../../../schema/tables.ts';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../staff/actor.ts';
import { commit } from './commit.ts';
import type { StaffDb } from './open.ts';
import { undoRegister } from './register/withdraw.ts';
import { undoWindows } from './windows.ts';

/**
 * How long before its time a release can no longer be withdrawn, in ms. Readers are answered from what was known
 * seconds ago: one that is withdrawn at the last moment might still be taken for public, and kept as such.
 */
const TOO_LATE = 60_000;

/**
 * Takes a release back that waits for its time: the record is as it was before it, its returns are submitted again,
 * and the changes of the catalogue and the register wait again.
 * @throws AppError 404 where there is no such release, 409 `not_waiting` where it is public, or will be within a minute
 */
export const withdrawRelease = (
  db: StaffDb,
  actor: Actor,
  n: number,
): Promise<{ n: number; years: number[] }> =>
  commit(db, actor, async (_, at) => {
    const [[newest], returns] = await db.batch([
      db.select().from(release).orderBy(desc(release.n)).limit(1),
      db.select({ year: yearReturn.year }).from(yearReturn).where(eq(yearReturn.release, n)),
    ]);
    if (!newest || n > newest.n) {
      throw new AppError(404, 'not_found', `There is no release ${n}.`);
    }
    if (n < newest.n || Date.parse(newest.publishedAt) - Date.parse(at) < TOO_LATE) {
      throw new AppError(
        409,
        'not_waiting',
        `Release ${n} is public, or will be within a minute. Publish a correction instead.`,
      );
    }
    const years = returns.map(({ year }) => year).toSorted((a, b) => a - b);
    const { publishedAt, reason, notes } = newest;
    const entry = { action: 'release_withdrawn' as const, subject: String(n) };
    const before = { publishedAt, reason, notes };
    return {
      statements: [
        ...undoRegister(db, n),
        ...undoWindows(db, n),
        db
          .update(yearReturn)
          .set({ state: 'submitted', release: null })
          .where(eq(yearReturn.release, n)),
        db.update(catalogueDraft).set({ release: null }).where(eq(catalogueDraft.release, n)),
        db.delete(release).where(eq(release.n, n)),
      ],
      entries:
        years.length === 0
          ? [{ ...entry, before }]
          : years.map((year) => ({ ...entry, year, before })),
      answer: { n, years },
    };
  });
