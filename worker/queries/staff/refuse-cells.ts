import { AppError } from '../../errors.ts';
import type { CellChange, JudgedCell } from '../../figures/judge-cells.ts';
import { cellKeyOf } from '../../figures/return-cells.ts';
import { refusalDetails } from '../../staff/refusal-details.ts';

/** @throws AppError 400 `invalid_request` for a cell named twice */
export function refuseTwice(changes: readonly CellChange[]): void {
  const seen = new Set<string>();
  for (const [i, change] of changes.entries()) {
    const key = cellKeyOf(change);
    if (seen.has(key)) {
      throw new AppError(400, 'invalid_request', 'A cell is named twice.', [
        { field: `cells.${i}`, message: 'Name each cell once' },
      ]);
    }
    seen.add(key);
  }
}

/** @throws AppError 409 `edit_conflict`, with what others have saved as `conflicts` */
export function refuseConflicts(judged: readonly JudgedCell[]): void {
  const conflicts = judged
    .filter((cell) => cell.conflicts)
    .map(({ metric, member, before }) => ({ metric, member, ...before }));
  if (conflicts.length === 0) return;
  throw new AppError(
    409,
    'edit_conflict',
    'Someone else has saved here since. Nothing was saved. Choose which value to keep.',
    undefined,
    { conflicts },
  );
}

/** @throws AppError 422 `refused`, with the `cells` that cannot be true */
export function refuseRefused(judged: readonly JudgedCell[]): void {
  const cells = judged.flatMap(({ year, metric, member, refusal }) =>
    refusal ? [{ year, metric, member, refusal, detail: refusalDetails[refusal] }] : [],
  );
  if (cells.length === 0) return;
  throw new AppError(
    422,
    'refused',
    'Some figures cannot be true. Nothing was saved. Correct them and save again.',
    undefined,
    { cells },
  );
}
