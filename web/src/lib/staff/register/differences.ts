import { registerNames, type RegisterNames } from '$lib/words/register-names.ts';
import type { CatalogueEntry } from '$schema/staff/catalogue.ts';
import type { Localised } from '$schema/vocabulary.ts';
import { splitKey } from '$schema/staff/catalogue-checks.ts';
import { rowsOf, shown } from '../catalogue/rows.ts';

export { listRegisterDifferences } from '$lib/words/register-differences.ts';

/**
 * How the entries of the register call things before staff: by the working catalogue, and by the names that come with
 * them.
 */
export function staffNames(
  entries: readonly CatalogueEntry[],
  of: {
    organisations?: readonly { id: string; names: Localised }[];
    records?: readonly { id: string; titles: Localised }[];
    sources?: readonly { id: string; titles: Localised }[];
  } = {},
): RegisterNames {
  const members = rowsOf(entries, 'member');
  const sources = rowsOf(entries, 'source').map((row) => ({
    id: row.key,
    titles: shown(row).titles,
  }));
  return registerNames({
    ...of,
    sources: [...sources, ...(of.sources ?? [])],
    breakdowns: rowsOf(entries, 'breakdown').map((row) => ({
      id: row.key,
      names: shown(row).names,
      members: members
        .filter(({ key }) => splitKey(key)[0] === row.key)
        .map((member) => ({ id: splitKey(member.key)[1], names: shown(member).names })),
    })),
  });
}
