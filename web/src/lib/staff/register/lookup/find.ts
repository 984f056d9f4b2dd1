import { hear, staffApi } from '$lib/staff/client.ts';
import type { NamedOrganisation } from '$schema/staff/register.ts';

/** Suggestions that a list shows at once. */
const MOST = '10';

const api = () => staffApi({ fetch, url: new URL(location.href) });

/** A record as a list names it. */
export interface NamedRecord {
  id: string;
  titles: Record<string, string>;
  year: number;
  date: string | null;
}

/**
 * Organisations with these words in a name, those of the next release; with none, the newest. Null: not answered.
 * @param not id of one to leave out
 */
export async function findOrganisations(
  q: string,
  signal: AbortSignal,
  not?: string,
): Promise<NamedOrganisation[] | null> {
  const query = { ...(q && { q }), limit: MOST };
  const found = await hear(api().organisations.$get({ query }, { init: { signal } }));
  if (!found.ok) return null;
  return found.body.organisations.filter(({ id, withdrawn }) => !withdrawn && id !== not);
}

/** The same of records. */
export async function findRecords(
  q: string,
  signal: AbortSignal,
  not?: string,
): Promise<NamedRecord[] | null> {
  const query = { ...(q && { q }), limit: MOST };
  const found = await hear(api().records.$get({ query }, { init: { signal } }));
  if (!found.ok) return null;
  return found.body.records
    .filter(({ key, withdrawn }) => !withdrawn && key !== not)
    .map(({ key, titles, year, date }) => ({ id: key, titles, year, date }));
}

/** Organisations that are likely the same as one of this name, otherwise written. Null: not answered. */
export async function findSimilar(name: string, not?: string): Promise<NamedOrganisation[] | null> {
  const found = await hear(
    api().organisations.similar.$get({ query: { name, ...(not && { not }) } }),
  );
  return found.ok ? found.body.organisations : null;
}
