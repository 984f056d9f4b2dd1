import type { Localised, Status } from '../../vocabulary.ts';
import type { HeldFigure } from '../returns.ts';
import type { CellContent } from '../words.ts';
import { effective, type CheckedCell, type Figure } from './effective.ts';

/** Whether the register has a number to take. None on it is not known to be 0. */
export const canTake = (held: HeldFigure | undefined): held is HeldFigure =>
  held !== undefined && held.count > 0;

/**
 * A figure that follows the register. Its value is what the register holds; at least so much where a source names
 * parties "and others"; it rests on what the records rest on, where that is one source. The rest is as people said.
 * Where the register holds nothing, or the metric counts no records any more, the figure is missing.
 */
export function followHeld(own: Figure, held: HeldFigure | undefined): Figure {
  if (!canTake(held)) return { ...own, value: null, qualifier: 'exact', status: 'O' };
  return {
    ...own,
    value: held.count,
    qualifier: held.openEnded ? 'at_least' : own.qualifier,
    status: stated(own.status),
    source: held.source ?? own.source,
  };
}

/**
 * What people say of a figure that follows the register. What the register decides now is not theirs to change: it
 * stays as it was before, and is theirs again when the register leaves it open.
 * @param before what they said of it last
 */
export function ownOf(
  asked: CellContent | null,
  before: Figure,
  held: HeldFigure | undefined,
): Figure {
  const said = asked === null ? before : asked.withdrawn ? { ...before, note: asked.note } : asked;
  const decides = canTake(held);
  return {
    value: held?.count ?? null,
    qualifier: !decides || held.openEnded ? before.qualifier : said.qualifier,
    status: stated(decides ? said.status : before.status),
    source: decides && held.source !== null ? before.source : said.source,
    note: said.note,
  };
}

const stated = (status: Status): Status => (status === 'O' ? 'A' : status);

const nothing: Figure = {
  value: null,
  qualifier: 'exact',
  status: 'A',
  source: null,
  note: null satisfies Localised | null,
};

/** What a cell says before it begins to follow the register. */
export const beforeFollowing = (cell: Pick<CheckedCell, 'published' | 'draft'>): Figure =>
  effective(cell) ?? nothing;
