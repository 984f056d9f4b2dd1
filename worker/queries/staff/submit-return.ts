import { eq } from 'drizzle-orm';
import { listUnexplained } from '../../../schema/staff/checks.ts';
import type { SheetMetric } from '../../../schema/staff/returns.ts';
import { yearReturn } from '../../../schema/staff/tables.ts';
import { isEditable, type ReturnState } from '../../../schema/staff/words.ts';
import { AppError } from '../../errors.ts';
import { composeSheetMetrics } from '../../figures/return-cells.ts';
import type { Actor } from '../../staff/actor.ts';
import { commit } from './commit.ts';
import { readDrafting, type Drafting } from './drafting.ts';
import type { StaffDb } from './open.ts';
import { refuseUntrue } from './refuse-untrue.ts';
import { lockedError } from './start-return.ts';
import { takeFigures } from './take-figures.ts';

/**
 * Sends a return for review: it is locked from then on, and no figure of it follows the register any more.
 * @throws AppError 404 `not_started`; 409 `return_locked`, `not_allowed` when nothing was changed; 422 `unexplained`
 * with `cells`, or `refused` with `cells` where the catalogue or the register has changed since they were saved
 */
export const submitReturn = (
  db: StaffDb,
  actor: Actor,
  year: number,
): Promise<{ year: number; state: ReturnState }> =>
  commit(db, actor, async (_, at) => {
    const asked = { years: [year], figures: [year - 1, year], register: 'all' } as const;
    const drafting = await readDrafting(db, asked);
    const found = drafting.returns.get(year);
    if (!found) throw new AppError(404, 'not_started', `There is no return of ${year}.`);
    if (!isEditable(found.state)) throw lockedError([year]);
    refuseEmpty(drafting);
    refuseUntrue(drafting, new Date(at), 'Correct them first.');
    refuseUnexplained(composeSheetMetrics(drafting.catalogue, year, drafting.cells));
    const after = { state: 'submitted' as const, submittedBy: actor.id };
    const taken = takeFigures(db, actor, drafting, { year, at });
    return {
      statements: [
        ...taken.statements,
        db.update(yearReturn).set(after).where(eq(yearReturn.year, year)),
      ],
      entries: [
        ...taken.entries,
        { action: 'return_submitted', year, before: { state: found.state }, after },
      ],
      answer: { year, state: after.state },
    };
  });

function refuseEmpty({ cells }: Drafting): void {
  if ([...cells.drafts.values()].some(({ content }) => content !== null)) return;
  throw new AppError(
    409,
    'not_allowed',
    'This return says what is published already. Change a figure before sending it for review.',
  );
}

function refuseUnexplained(metrics: readonly SheetMetric[]): void {
  const cells = metrics.flatMap((metric) =>
    listUnexplained(metric).map((found) => ({ metric: metric.id, ...found })),
  );
  if (cells.length === 0) return;
  throw new AppError(
    422,
    'unexplained',
    'Some figures are unlikely. Explain each with a note, or correct it, and send the return again.',
    undefined,
    { cells },
  );
}
