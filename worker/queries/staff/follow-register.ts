import {
  beforeFollowing,
  canTake,
  factOf,
  followHeld,
  ownOf,
  type Figure,
} from '../../../schema/staff/checks.ts';
import { isEditable, type CellContent } from '../../../schema/staff/words.ts';
import { isAsPublished } from '../../figures/as-published.ts';
import type { CellChange, JudgedCell } from '../../figures/judge-cells.ts';
import { cellKeyOf, cellOfKey, type Drafted } from '../../figures/return-cells.ts';
import type { Drafting, ReturnRow } from './drafting.ts';
import type { StaffDb } from './open.ts';
import { readHeld } from './register/counts.ts';

/** Of which years the register is read: all that are asked for, those of a round, or where a draft follows it. */
export type RegisterAsked = 'all' | 'rounds' | 'followed';

/**
 * The drafts with what the register holds now in those that follow it: the one place where a figure follows. Costs
 * nothing where none does and nobody asks.
 */
export async function followRegister(
  db: StaffDb,
  drafting: Drafting,
  { years, register }: { years: readonly number[]; register: RegisterAsked },
): Promise<Drafting> {
  const { catalogue, returns, cells } = drafting;
  const follows = ([key, { fromRegister, content }]: Entry) =>
    fromRegister === 'follows' && content !== null && isOpen(returns.get(cellOfKey(key).year));
  const own = new Map(
    [...cells.drafts].filter(follows).map(([key, { content }]) => [key, content as Figure]),
  );
  const followed = new Set([...own.keys()].map((key) => cellOfKey(key).year));
  const isRound = (year: number) => (returns.get(year)?.state ?? 'published') !== 'published';
  const read = [...new Set(years)].filter(
    (year) => followed.has(year) || register === 'all' || (register === 'rounds' && isRound(year)),
  );
  if (read.length === 0) return drafting;
  const held = await readHeld(db, catalogue, read);
  const drafts = [...cells.drafts].map(([key, cell]): Entry => {
    const said = own.get(key);
    if (!said) return [key, cell];
    const content = followHeld(said, held(cellOfKey(key)));
    return [key, { ...cell, content: orPublished(key, content, drafting) }];
  });
  return { ...drafting, own, cells: { ...cells, drafts: new Map(drafts), held } };
}

type Entry = [key: string, draft: Drafted];

const isOpen = (found: ReturnRow | undefined) => found !== undefined && isEditable(found.state);

/** A draft that says what is published says nothing of its own. */
const orPublished = (key: string, content: CellContent, { cells }: Pick<Drafting, 'cells'>) =>
  isAsPublished({ year: cellOfKey(key).year, content }, cells.published.get(key)) ? null : content;

/** The changes with what the register says of those that shall follow it, and what people say of them, by cell. */
export function followAsked(
  changes: readonly CellChange[],
  { cells, own }: Pick<Drafting, 'cells' | 'own'>,
): { changes: CellChange[]; own: ReadonlyMap<string, Figure> } {
  const said = new Map<string, Figure>();
  const followed = changes.map((change): CellChange => {
    if (change.follows !== true) return change;
    const key = cellKeyOf(change);
    const published = cells.published.get(key) ?? null;
    const held = cells.held?.(change);
    const before =
      own.get(key) ?? beforeFollowing({ published, draft: cells.drafts.get(key) ?? null });
    const mine = ownOf(change.content ?? contentOf(factOf(published)), before, held);
    said.set(key, mine);
    return { ...change, content: followHeld(mine, held) };
  });
  return { changes: followed, own: said };
}

const contentOf = (figure: Figure | null): Figure | null =>
  figure && {
    value: figure.value,
    qualifier: figure.qualifier,
    status: figure.status,
    source: figure.source,
    note: figure.note,
  };

/** A cell that would begin to follow a register that holds nothing of it is refused. */
export const refuseToFollow = (cell: JudgedCell, { held }: Drafting['cells']): JudgedCell =>
  cell.fromRegister === 'follows' &&
  cell.before.fromRegister !== 'follows' &&
  !canTake(held?.(cell))
    ? { ...cell, refusal: 'nothing_on_register' }
    : cell;
