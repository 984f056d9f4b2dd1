import { nameKey } from '../../../../schema/register/name-key.ts';
import type { namedOrganisation } from '../../../../schema/staff/register.ts';
import type { z } from '@hono/zod-openapi';
import type { StaffDb } from '../open.ts';
import { readOrganisations } from './entries.ts';
import { findDrafts } from './find-drafts.ts';
import { findPublished } from './list.ts';

/** Likely duplicates that are told at most. */
const MOST = 20;

export type Named = z.infer<typeof namedOrganisation>;

/**
 * Organisations, public or waiting, that have a name otherwise written: in the other script, with other spaces, case,
 * width or punctuation. Looked up by that key, so it reads what it finds.
 * @param not id of the organisation that is edited
 */
export async function findSimilar(db: StaffDb, name: string, not?: string): Promise<Named[]> {
  const key = nameKey(name);
  if (key === '') return [];
  const facets = [['name', key]] as const;
  const [drafts, rows] = await Promise.all([
    findDrafts(db, { kind: 'organisation', facets, limit: MOST }),
    findPublished(db, 'organisation', { facets }, { limit: MOST }),
  ]);
  const keys = [...drafts, ...rows].map((found) => found.key).filter((found) => found !== not);
  return await nameOrganisations(db, keys);
}

/** Organisations by id, as the next release will call them; one that it withdraws as it was. */
export async function nameOrganisations(db: StaffDb, ids: readonly string[]): Promise<Named[]> {
  const states = await readOrganisations(db, [...new Set(ids)]);
  return [...states.values()].flatMap(({ key, content, published }) => {
    const shown = content ?? published;
    return shown ? [{ id: key, names: shown.names, country: shown.country }] : [];
  });
}
