import type { BatchItem } from 'drizzle-orm/batch';
import { splitKey } from '../../../schema/staff/catalogue-checks/keys.ts';
import type { CatalogueEntry } from '../../../schema/staff/catalogue.ts';
import { catalogueKinds, type CatalogueKind } from '../../../schema/staff/words.ts';
import { insertRows } from './insert.ts';
import type { StaffDb } from './open.ts';
import { catalogueTables } from './published-tables.ts';
import { closeWindows } from './windows.ts';

/** The columns that a key of the catalogue stands for, in the order of `catalogueTables`. */
function identify(kind: CatalogueKind, key: string): Record<string, string | number> {
  const [of, id] = splitKey(key);
  if (kind === 'member') return { breakdown: of, id };
  if (kind === 'break' || kind === 'target') return { metric: of, year: Number(id) };
  if (kind === 'count') return { metric: key };
  return { id: key };
}

/** Statements that make the changes of the catalogue that wait part of release `n`: all closings, then all rows. */
export function catalogueStatementsOf(
  db: StaffDb,
  pending: readonly CatalogueEntry[],
  n: number,
): { close: BatchItem<'sqlite'>[]; open: BatchItem<'sqlite'>[] } {
  const kinds = catalogueKinds.map((kind) => ({
    place: catalogueTables[kind],
    entries: pending
      .filter((entry) => entry.kind === kind)
      .map(({ key, content }) => ({ identity: identify(kind, key), content })),
    isTarget: kind === 'target',
  }));
  return {
    close: kinds.flatMap(({ place, entries }) =>
      closeWindows(
        db,
        place,
        entries.map(({ identity }) => Object.values(identity)),
        n,
      ),
    ),
    open: kinds.flatMap(({ place, entries, isTarget }) => {
      const rows = entries
        .filter(({ content }) => content !== null)
        .map(({ identity, content }) => ({
          ...content,
          ...identity,
          firstRelease: n,
          lastRelease: null,
          ...(isTarget && { sample: false }),
        }));
      return insertRows(db, place.table, rows as never[]);
    }),
  };
}
