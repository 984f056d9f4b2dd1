import { canTake, followHeld } from '$schema/staff/checks.ts';
import type { CatalogueContents } from '$schema/staff/catalogue.ts';
import type { HeldFigure } from '$schema/staff/returns.ts';
import type { DraftCell } from '$schema/staff/cells.ts';
import type { Outgoing } from './autosave.ts';
import type { Cell } from './cell.svelte.ts';
import { numberText, sameContent, type Entry } from './entry.ts';

/** The fields of a cell that follows the register, as it is now. */
export function followEntry(entry: Entry, held: HeldFigure | undefined): Entry {
  const { qualifier, status, source, note } = entry;
  const { value, ...said } = followHeld({ value: null, qualifier, status, source, note }, held);
  return { ...said, text: numberText(value), withdrawn: false, follows: true };
}

/** Which fields of a cell the register decides while it follows. */
export const decidedBy = (
  { follows }: Pick<Entry, 'follows'>,
  held: HeldFigure | undefined,
): { qualifier: boolean; source: boolean } => ({
  qualifier: follows && (!canTake(held) || held.openEnded),
  source: follows && canTake(held) && held.source !== null,
});

/** Whether the register is to be spoken of at a figure: it holds something of it, or the figure says what it does not. */
export const tellsRegister = (
  { seen: { register: held }, entry, draft }: Pick<Cell, 'seen' | 'entry' | 'draft'>,
  value: number | null,
): boolean =>
  (held !== undefined && value !== null && value !== held.count) ||
  canTake(held) ||
  entry.follows ||
  draft.fromRegister !== null;

/** The address of the records behind a figure; for projects that landed, of all projects: they are listed by their signing. */
export function recordsPath(
  { kind, landed }: CatalogueContents['count'],
  year: number,
  member: string,
): string {
  const query = new URLSearchParams({
    kind,
    ...(!landed && { year: String(year) }),
    ...(member !== '' && { member }),
  });
  return `/staff/register?${query.toString()}`;
}

/** Whether the server knows the register otherwise than what was sent. */
export const isNews = (sent: readonly Outgoing[], saved: readonly DraftCell[]): boolean =>
  saved.some(({ metric, member, content, fromRegister }) => {
    const one = sent.find(({ key }) => key === `${metric}~${member}`);
    return fromRegister === 'follows' && one !== undefined && !sameContent(content, one.content);
  });
