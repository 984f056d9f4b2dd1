import type { RestoredAnswer } from '../../../schema/staff/audit.ts';
import { AppError } from '../../errors.ts';
import type { Actor } from '../../staff/actor.ts';
import { findEntry, isOfCell, isOfRegister } from './audit.ts';
import { commit, type Plan } from './commit.ts';
import type { StaffDb } from './open.ts';
import { planUnmerge } from './register/restore-merge.ts';
import { planRestore } from './register/restore.ts';
import { planCellRestore } from './restore-cell.ts';

/**
 * Makes what an entry of the trail changed again what it was before, as a draft: a figure, an entry of the register, or
 * all records of a merge. Each is an entry of its own, whose reason begins with `#` and the number of that entry.
 * @param why the reason that a person gives; changes of the register take one
 * @throws AppError 404 `not_found`; 409 `not_allowed` for an entry of anything else; 422 `refused` without a reason;
 * and as `planCells` and `planSaves`
 */
export const restoreEntry = (
  db: StaffDb,
  actor: Actor,
  n: number,
  why: string = '',
): Promise<RestoredAnswer> =>
  commit(db, actor, async (next, at): Promise<Plan<RestoredAnswer>> => {
    const entry = await findEntry(db, n);
    if (!entry) throw new AppError(404, 'not_found', `There is no entry ${n} in the trail.`);
    const how = { why: `#${n} ${why}`.trim(), next, at };
    if (isOfCell(entry)) return planCellRestore(db, actor, entry, how);
    if (!isOfRegister(entry)) {
      throw new AppError(409, 'not_allowed', 'Only figures and the register can be restored.');
    }
    if (why === '') {
      const field = { field: 'why', message: 'Say why it is taken back' };
      throw new AppError(422, 'refused', 'Nothing was restored. Say why it is taken back.', [
        field,
      ]);
    }
    const plan = entry.action === 'organisations_merged' ? planUnmerge : planRestore;
    return plan(db, actor, entry, how);
  });
