import type { RestoredAnswer } from '../../../schema/staff/audit.ts';
import type { PublishedCell } from '../../../schema/staff/cells.ts';
import type { CellContent } from '../../../schema/staff/words.ts';
import { AppError } from '../../errors.ts';
import { formerContent } from '../../figures/former-content.ts';
import { cellKeyOf } from '../../figures/return-cells.ts';
import type { Actor } from '../../staff/actor.ts';
import { parseJson, type AuditRow } from './audit.ts';
import type { Plan } from './commit.ts';
import { readDrafting } from './drafting.ts';
import type { StaffDb } from './open.ts';
import { planCells } from './save-cells.ts';

/**
 * Plans that the value that an entry of the trail replaced is put into the draft of its year.
 * @throws AppError 409 `not_allowed` for an entry that names no figure; and as `planCells` for a return that is locked
 * or a value that cannot be true any more
 */
export async function planCellRestore(
  db: StaffDb,
  actor: Actor,
  { year, metric, member, before }: AuditRow,
  { why, next, at }: { why: string; next: number; at: string },
): Promise<Plan<RestoredAnswer>> {
  if (year === null || metric === null || member === null) {
    throw new AppError(409, 'not_allowed', 'Only the value of a figure can be restored.');
  }
  const id = { year, metric, member };
  const { cells } = await readDrafting(db, { years: [year], metrics: [metric] });
  const former = parseJson(before) as CellContent | PublishedCell | null;
  const content = formerContent(former, cells.published.get(cellKeyOf(id)) ?? null);
  const how = { action: 'cell_restored', why, next, at } as const;
  const plan = await planCells(db, actor, [{ ...id, content }], how);
  const [{ year: _, ...cell }] = plan.cells as [(typeof plan.cells)[number]];
  return { ...plan, answer: { of: 'figure', year, cell, changed: plan.entries.length > 0 } };
}
