import type { CatalogueEntry } from '$schema/staff/catalogue.ts';
import { splitKey } from '$schema/staff/catalogue-checks.ts';
import type { Localised } from '$schema/vocabulary.ts';
import { inOrder, metricsOf, rowsOf, shown } from '../catalogue/rows.ts';

/** What figures can be of, as the mapping offers it. */
export interface Countable {
  metrics: { id: string; names: Localised; decimals: number; breakdown: string | null }[];
  breakdowns: { id: string; names: Localised; members: { id: string; names: Localised }[] }[];
  sources: { id: string; titles: Localised }[];
}

/** The catalogue as the next release will have it, in its order; sample data is no source. */
export function countableOf(entries: readonly CatalogueEntry[]): Countable {
  const kept = entries.filter(({ content }) => content !== null);
  const members = inOrder(rowsOf(kept, 'member'));
  return {
    metrics: inOrder(rowsOf(kept, 'group')).flatMap(({ key }) =>
      metricsOf(kept, key).map((row) => {
        const { names, decimals, breakdown } = shown(row);
        return { id: row.key, names, decimals, breakdown };
      }),
    ),
    breakdowns: rowsOf(kept, 'breakdown').map((row) => ({
      id: row.key,
      names: shown(row).names,
      members: members.flatMap((member) => {
        const [breakdown, id] = splitKey(member.key);
        return breakdown === row.key ? [{ id, names: shown(member).names }] : [];
      }),
    })),
    sources: rowsOf(kept, 'source')
      .filter((row) => (shown(row).kind as string) !== 'sample')
      .map((row) => ({ id: row.key, titles: shown(row).titles })),
  };
}
