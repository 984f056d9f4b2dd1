import type { ImportAnswer } from '../../../schema/staff/imports.ts';
import { AppError } from '../../errors.ts';
import type { Readings } from '../../imports/readings.ts';
import type { Actor } from '../../staff/actor.ts';
import { commit } from './commit.ts';
import { judgeImport } from './import-judge.ts';
import type { StaffDb } from './open.ts';
import { planCells } from './save-cells.ts';

/** What an import would do, by the drafts as they are now. Writes nothing. */
export async function previewImport(
  db: StaffDb,
  file: Readings,
  rows: number,
): Promise<ImportAnswer> {
  const { answer } = await judgeImport(db, file, rows, new Date());
  return { ...answer, dryRun: true };
}

/**
 * Takes all good rows of a file into the drafts, in one atomic commit, and starts the returns that it takes.
 * @param asked `basis`: of the preview that was agreed to; undefined: none was; `name`: of the file, for the trail
 * @throws AppError 409 `preview_outdated` with a new `preview`
 */
export const importFigures = (
  db: StaffDb,
  actor: Actor,
  file: Readings,
  asked: { rows: number; basis: string | undefined; name: string },
): Promise<ImportAnswer> =>
  commit(db, actor, async (next, at) => {
    const { answer, changes } = await judgeImport(db, file, asked.rows, new Date(at));
    if (asked.basis !== undefined && asked.basis !== answer.basis) {
      throw new AppError(
        409,
        'preview_outdated',
        'The figures or the catalogue have changed since the preview. Nothing was imported. Look at the new preview.',
        undefined,
        { preview: { ...answer, dryRun: true } },
      );
    }
    if (changes.length === 0) return { statements: [], entries: [], answer };
    const how = { action: 'cell_imported', why: asked.name, starts: true, next, at } as const;
    const { statements, entries } = await planCells(db, actor, changes, how);
    return { statements, entries, answer };
  });
