import { and, gt, inArray, or } from 'drizzle-orm';
import { audit } from '../../../schema/staff/tables.ts';
import type { AuditAction } from '../../../schema/staff/words.ts';
import { AppError } from '../../errors.ts';
import { jsonList } from '../window.ts';
import type { StaffDb } from './open.ts';

/** What changes a release besides its returns: all that waits of catalogue and register goes with it. */
const ofEveryRelease: AuditAction[] = [
  'catalogue_saved',
  'catalogue_discarded',
  'register_saved',
  'register_discarded',
  'organisations_merged',
  'release_published',
  'release_withdrawn',
];

/**
 * A return may have been sent back, changed and submitted again since somebody reviewed it.
 * @param seen number of the newest entry of the trail when they read it
 * @throws AppError 409 `changed_since`
 */
export async function refuseUnseen(
  db: StaffDb,
  years: readonly number[],
  seen: number,
): Promise<void> {
  const [found] = await db
    .select({ n: audit.n })
    .from(audit)
    .where(
      and(
        gt(audit.n, seen),
        or(inArray(audit.year, jsonList(years)), inArray(audit.action, ofEveryRelease)),
      ),
    )
    .limit(1);
  if (!found) return;
  throw new AppError(
    409,
    'changed_since',
    'This has changed since you read it. Look at it again before you publish it.',
  );
}
