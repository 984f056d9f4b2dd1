import { invalidate } from '$app/navigation';
import { hear, staffApi, type Outcome } from '$lib/staff/client.ts';
import type { CatalogueEntry } from '$schema/staff/catalogue.ts';
import type { CatalogueChange, RefusedField } from '$schema/staff/catalogue-checks.ts';

/** What a refused save tells besides: what is wrong at which field, or what the row is now. */
export interface Told {
  refusals: RefusedField[];
  entry: CatalogueEntry;
}

export type Saved = Outcome<CatalogueEntry, Told>;

/** What the pages of the catalogue depend on: read again after each save. */
const CATALOGUE = 'staff:catalogue';

const api = () => staffApi({ fetch, url: new URL(location.href) });

/** Reads the catalogue again, for what others have saved. */
export const readAgain = (): Promise<void> => invalidate(CATALOGUE);

/**
 * Proposes a row for the next release, on the version that the person saw.
 * @param read whether the page is read again: not where it is about to be left
 */
export async function saveEntry(
  change: CatalogueChange,
  version: number,
  { read = true } = {},
): Promise<Saved> {
  const { kind, key, content } = change;
  const json = { version, content };
  const saved: Saved =
    kind === 'source'
      ? await hear(api().sources[':key'].$put({ param: { key }, json }))
      : await hear(api().catalogue[':kind'][':key'].$put({ param: { kind, key }, json }));
  if (saved.ok && read) await readAgain();
  return saved;
}

/** Takes a pending change back. Without `read` the page is not read again. */
export async function discardEntry(
  { kind, key }: Pick<CatalogueEntry, 'kind' | 'key'>,
  { read = true } = {},
): Promise<Saved> {
  const saved: Saved = await hear(
    api().catalogue[':kind'][':key'].$delete({ param: { kind, key } }),
  );
  if (saved.ok && read) await readAgain();
  return saved;
}
