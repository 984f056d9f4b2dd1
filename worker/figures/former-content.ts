import type { PublishedCell } from '../../schema/staff/cells.ts';
import type { CellContent } from '../../schema/staff/words.ts';

/**
 * What a draft has to say so that a figure is again what it was. What the trail keeps is the draft of then, the
 * published figure of then, or nothing; a sample figure counts as nothing.
 * @param published the figure as it is public now
 */
export function formerContent(
  former: CellContent | PublishedCell | null,
  published: Pick<PublishedCell, 'sample'> | null,
): CellContent | null {
  if (former === null || ('sample' in former && former.sample))
    return published === null || published.sample ? null : { withdrawn: true, note: null };
  if (!('sample' in former)) return former;
  const { value, qualifier, status, source, note } = former;
  return { value, qualifier, status, source, note };
}
