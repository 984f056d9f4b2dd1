import { inArray, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import type { organisationIndex, recordIndex } from '../../../../schema/register/index-tables.ts';
import { facet } from '../../../../schema/register/search-terms.ts';
import { jsonList } from '../../window.ts';
import type { StaffDb } from '../open.ts';
import type { organisationTable, recordTable } from '../published-tables.ts';
import { closeWindows } from '../windows.ts';
import type { RegisterState } from './entries.ts';

/** Ends what is public of these, and says so in the index. */
export function closeVersions(
  db: StaffDb,
  place: typeof recordTable | typeof organisationTable,
  index: typeof recordIndex | typeof organisationIndex,
  states: readonly RegisterState[],
  n: number,
): BatchItem<'sqlite'>[] {
  const open = states.filter(({ published }) => published !== null);
  if (open.length === 0) return [];
  const ended = (states: readonly RegisterState[], facets: string) =>
    states.length === 0
      ? []
      : [
          db
            .update(index)
            .set({ facets: sql`${index.facets} || ${facets}` } as never)
            .where(
              inArray(index.rank, jsonList(states.map(({ publishedRank }) => publishedRank!))),
            ),
        ];
  const isGone = ({ pending, content }: RegisterState) => pending && content === null;
  return [
    ...closeWindows(
      db,
      place,
      open.map(({ key }) => [key]),
      n,
    ),
    ...ended(
      open.filter((state) => !isGone(state)),
      lastFacet(n),
    ),
    ...ended(open.filter(isGone), `${lastFacet(n)} ${facet('gone', n)}`),
  ];
}

/** What begins the end of the entry of a version that release `n` replaced or withdrew. */
export const lastFacet = (n: number): string => ` ${facet('last', n - 1)}`;
