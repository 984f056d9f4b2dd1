import type { organisation, party, record } from './tables.ts';
import { nameKey } from './name-key.ts';
import { facet, indexWords } from './search-terms.ts';

type RecordRow = typeof record.$inferSelect;
type PartyRow = typeof party.$inferSelect;
type OrganisationRow = typeof organisation.$inferSelect;

/**
 * What a version is in its release: of something new, of something that changes, or of a record that says the same and
 * is found by what organisations are called since.
 */
export type Brought = 'new' | 'changed' | 'named';

export interface IndexEntry {
  rank: number;
  words: string;
  facets: string;
}

/** When a version is public, as facets: the release that brought it, and the last that shows it. */
const windowFacets = ({
  firstRelease,
  lastRelease,
}: Pick<RecordRow, 'firstRelease' | 'lastRelease'>) => [
  facet('first', firstRelease),
  ...(lastRelease === null ? [] : [facet('last', lastRelease)]),
];

const textsOf = (...texts: (Record<string, string> | null)[]): string[] =>
  texts.flatMap((text) => (text ? Object.values(text) : []));

const broughtFacets = (brought: Brought | null) =>
  brought === null ? [] : [facet('brought', brought)];

/**
 * What the index holds of one version of a record.
 * @param organisations those of its parties, as public with it
 * @param brought null: a draft, of which no release tells
 */
export function indexRecord(
  row: RecordRow,
  parties: readonly PartyRow[],
  organisations: readonly OrganisationRow[],
  brought: Brought | null,
): IndexEntry {
  const words = [
    ...textsOf(row.titles, row.places),
    ...parties.flatMap(({ person, position }) => textsOf(person, position)),
    ...organisations.flatMap(({ names }) => textsOf(names)),
  ];
  const facets = [
    facet('kind', row.kind),
    facet('year', row.year),
    ...(row.member === null ? [] : [facet('member', row.member)]),
    ...(row.stage === null ? [] : [facet('stage', row.stage)]),
    ...(row.sample ? [facet('sample', 1)] : []),
    ...organisations.map(({ id }) => facet('organisation', id)),
    ...organisations.flatMap(({ country }) =>
      country === null ? [] : [facet('country', country)],
    ),
    ...broughtFacets(brought),
    ...windowFacets(row),
  ];
  return { rank: row.rank, words: indexWords(words), facets: [...new Set(facets)].join(' ') };
}

/** The names as duplicates are looked for; a name of no letters has none. */
export const nameFacets = (names: Record<string, string>): string[] => [
  ...new Set(
    textsOf(names)
      .map(nameKey)
      .filter((key) => key !== '')
      .map((key) => facet('name', key)),
  ),
];

/** What the index holds of one version of an organisation. */
export const indexOrganisation = (row: OrganisationRow, brought: Brought | null): IndexEntry => ({
  rank: row.rank,
  words: indexWords(textsOf(row.names)),
  facets: [
    facet('kind', row.kind),
    ...(row.country === null ? [] : [facet('country', row.country)]),
    ...(row.sample ? [facet('sample', 1)] : []),
    ...nameFacets(row.names),
    ...broughtFacets(brought),
    ...windowFacets(row),
  ].join(' '),
});
