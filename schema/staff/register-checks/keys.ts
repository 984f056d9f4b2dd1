import type { RegisterKind } from '../words.ts';
import { refuseAt, type RegisterProblem } from './refusals.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 60;

/** Ids that are addresses of their own. */
const RESERVED: Record<RegisterKind, readonly string[]> = { organisation: ['similar'], record: [] };

/**
 * Whether an id can be that of an entry.
 * @param isNew whether it names something that has not been public: what is public keeps the id it has
 */
export function checkRegisterKey(
  kind: RegisterKind,
  key: string,
  isNew: boolean,
): RegisterProblem[] {
  if (!isNew) return [];
  if (!ID.test(key) || key.length > LONGEST) return [refuseAt('key', 'bad_id')];
  return RESERVED[kind].includes(key) ? [refuseAt('key', 'id_reserved')] : [];
}
