import type { CatalogueChange } from '$schema/staff/catalogue-checks.ts';
import { shown, type Row } from './rows.ts';
import { saveEntry, type Saved } from './save.ts';

type Placed = 'group' | 'metric' | 'member';

/** The rows that change their place, with it, when a row of a list trades places with its neighbour. */
function tradePlaces<K extends Placed>(
  rows: Row<K>[],
  index: number,
  step: 1 | -1,
): [Row<K>, number][] {
  const [row, other] = [rows[index], rows[index + step]];
  if (!row || !other) return [];
  const [from, to] = [shown(row).position, shown(other).position];
  if (from !== to)
    return [
      [row, to],
      [other, from],
    ];
  // Two in one place: all get a place of their own.
  const order = rows.toSpliced(index, 1).toSpliced(index + step, 0, row);
  return order.flatMap((one, i): [Row<K>, number][] =>
    shown(one).position === i ? [] : [[one, i]],
  );
}

/** Saves a row of a list one place further up or down. Null: it is at the end. */
export async function moveRow<K extends Placed>(
  rows: Row<K>[],
  index: number,
  step: 1 | -1,
): Promise<Saved | null> {
  let last: Saved | null = null;
  for (const [row, position] of tradePlaces(rows, index, step)) {
    const { kind, key, version } = row;
    const content = { ...shown(row), position };
    last = await saveEntry({ kind, key, content } as unknown as CatalogueChange, version);
    if (!last.ok) return last;
  }
  return last;
}
