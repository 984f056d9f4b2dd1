import type { RegisterProblem } from '../../../../schema/staff/register-checks.ts';
import { AppError } from '../../../errors.ts';
import { registerDetails } from '../../../staff/register-details.ts';

/** @throws AppError 422 `refused` with `refusals`, unless there is nothing to refuse */
export function refuseRegister(refusals: readonly RegisterProblem[]): void {
  if (refusals.length === 0) return;
  const fields = refusals.map(({ field, refusal }) => ({
    field,
    message: registerDetails[refusal],
  }));
  const detail = fields.map(({ field, message }) => (field ? `${field}: ${message}` : message));
  throw new AppError(422, 'refused', `Nothing was saved. ${detail.join('. ')}.`, fields, {
    refusals,
  });
}
