import { AppError } from '../../errors.ts';
import { judgeCells } from '../../figures/judge-cells.ts';
import { cellOfKey } from '../../figures/return-cells.ts';
import { refusalDetails } from '../../staff/refusal-details.ts';
import { judgedBy, type Drafting } from './drafting.ts';

/**
 * The catalogue, or the register that it follows, may have changed since a cell was saved: what is there is judged as if it were saved now.
 * @param remedy the sentence that says what to do
 * @throws AppError 422 `refused` with `cells`
 */
export function refuseUntrue(drafting: Drafting, now: Date, remedy: string): void {
  const by = judgedBy(drafting, now);
  if (!by) return;
  const drafted = [...drafting.cells.drafts]
    .filter(([, { content }]) => content !== null)
    .map(([key, { content }]) => ({ ...cellOfKey(key), content }));
  const cells = judgeCells(drafted, by).flatMap(({ year, metric, member, refusal }) =>
    refusal ? [{ year, metric, member, refusal, detail: refusalDetails[refusal] }] : [],
  );
  if (cells.length === 0) return;
  const detail = `Some figures cannot be true since the catalogue or the register has changed. ${remedy}`;
  throw new AppError(422, 'refused', detail, undefined, { cells });
}
