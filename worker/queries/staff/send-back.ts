import { eq } from 'drizzle-orm';
import type { CellKey } from '../../../schema/staff/cells.ts';
import { cellComment, yearReturn } from '../../../schema/staff/tables.ts';
import type { ReturnState } from '../../../schema/staff/words.ts';
import { AppError } from '../../errors.ts';
import { cellKeyOf, composeSheetMetrics } from '../../figures/return-cells.ts';
import type { Actor } from '../../staff/actor.ts';
import { refuseObstacles } from '../../staff/obstacles.ts';
import { commit } from './commit.ts';
import { readDrafting } from './drafting.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';

/**
 * Gives a return back to its editors, with a message and comments on cells; these take the place of former ones.
 * @throws AppError 404 `not_started`; 409 `not_allowed` when it is not submitted; 400 for a comment on no cell of it
 */
export const sendBack = (
  db: StaffDb,
  actor: Actor,
  year: number,
  { message, comments }: { message: string; comments: (CellKey & { text: string })[] },
): Promise<{ year: number; state: ReturnState }> =>
  commit(db, actor, async (_, at) => {
    const drafting = await readDrafting(db, { years: [year] });
    const found = drafting.returns.get(year);
    if (!found) throw new AppError(404, 'not_started', `There is no return of ${year}.`);
    if (found.state !== 'submitted') refuseObstacles(['not_submitted']);
    const metrics = composeSheetMetrics(drafting.catalogue, year, drafting.cells);
    const cells = new Set(
      metrics.flatMap(({ id: metric, cells }) =>
        cells.map(({ member }) => cellKeyOf({ year, metric, member })),
      ),
    );
    const astray = comments.findIndex((comment) => !cells.has(cellKeyOf({ year, ...comment })));
    if (astray >= 0) {
      throw new AppError(400, 'invalid_request', 'A comment is on no figure of this return.', [
        { field: `comments.${astray}`, message: 'Name a metric and member of the return' },
      ]);
    }
    const state = 'sent_back' as const;
    return {
      statements: [
        db
          .update(yearReturn)
          .set({ state, message: message || null })
          .where(eq(yearReturn.year, year)),
        db.delete(cellComment).where(eq(cellComment.year, year)),
        ...insertRows(
          db,
          cellComment,
          comments.map(({ metric, member, text }) => ({
            ...{ id: crypto.randomUUID(), year, metric, member, text },
            ...{ by: actor.id, at },
          })),
        ),
      ],
      entries: [
        {
          action: 'return_sent_back',
          year,
          before: { state: found.state },
          after: { state, comments },
          why: message || null,
        },
      ],
      answer: { year, state },
    };
  });
