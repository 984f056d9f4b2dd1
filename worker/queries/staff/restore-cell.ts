import type { z } from '@hono/zod-openapi';
import type { restoredAnswer } from '../../../schema/staff/audit.ts';
import type { PublishedCell } from '../../../schema/staff/cells.ts';
import type { CellContent } from '../../../schema/staff/words.ts';
import { AppError } from '../../errors.ts';
import { formerContent } from '../../figures/former-content.ts';
import { cellKeyOf } from '../../figures/return-cells.ts';
import type { Actor } from '../../staff/actor.ts';
import { findEntry, isOfCell, parseJson } from './audit.ts';
import { commit } from './commit.ts';
import { readDrafting } from './drafting.ts';
import type { StaffDb } from './open.ts';
import { planCells } from './save-cells.ts';

type Restored = z.infer<typeof restoredAnswer>;

/**
 * Puts the value that an entry of the trail replaced into the draft of its year, as an entry of its own.
 * @throws AppError 404 `not_found`; 409 `not_allowed` for an entry that is not of a figure; and as `planCells` for a
 * return that is locked or a value that cannot be true any more
 */
export const restoreCell = (db: StaffDb, actor: Actor, n: number): Promise<Restored> =>
  commit(db, actor, async (next, at) => {
    const entry = await findEntry(db, n);
    if (!entry) throw new AppError(404, 'not_found', `There is no entry ${n} in the trail.`);
    const { year, metric, member } = entry;
    if (!isOfCell(entry) || year === null || metric === null || member === null) {
      throw new AppError(409, 'not_allowed', 'Only the value of a figure can be restored.');
    }
    const id = { year, metric, member };
    const { cells } = await readDrafting(db, { years: [year], metrics: [metric] });
    const former = parseJson(entry.before) as CellContent | PublishedCell | null;
    const content = formerContent(former, cells.published.get(cellKeyOf(id)) ?? null);
    const how = { action: 'cell_restored', why: `#${n}`, next, at } as const;
    const plan = await planCells(db, actor, [{ ...id, content }], how);
    const [{ year: _, ...cell }] = plan.cells as [(typeof plan.cells)[number]];
    return { ...plan, answer: { year, cell, changed: plan.entries.length > 0 } };
  });
