import { and, asc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { recordIndex } from '../../../schema/register/index-tables.ts';
import { recordKinds } from '../../../schema/register/words.ts';
import { record } from '../../../schema/tables.ts';
import type { EntryList } from '../../../schema/yearbook.ts';
import type { Db } from '../../db.ts';
import type { Sample } from '../record.ts';
import { jsonList, publicAt } from '../window.ts';
import { matchExpression } from './match.ts';
import { withParties } from './records.ts';

/** Beyond so many the rest of a list is not counted. */
const MOST_COUNTED = 500;

/** A list of a year: the records of a kind, or the projects that landed in it and were signed in another. */
type List = Pick<EntryList, 'kind' | 'landed'> & { year: number };

const listsOf = (year: number): List[] => [
  ...recordKinds.map((kind) => ({ year, kind, landed: false })),
  { year, kind: 'project', landed: true },
];

/** Lists as rows of a JSON parameter, and what a subquery reads of the one that it is about. */
const rowsOf = (lists: readonly object[]) => sql`json_each(${JSON.stringify(lists)}) as list`;
const its = (name: keyof List | 'words') => sql.raw(`(list.value ->> '${name}')`);

/**
 * The register year by year as release `n` has it: of each kind the first `limit` records, and how many more there are.
 * Four statements at most, whatever the number of years; of each list as many rows are read as shown and counted.
 */
export async function listYearsOfRegister(
  db: Db,
  n: number,
  asked: { years: readonly number[]; sample: Sample; limit: number },
): Promise<Map<number, EntryList[]>> {
  const { sample, limit } = asked;
  const isShown = and(
    publicAt(record, n),
    sample === 'exclude' ? eq(record.sample, false) : undefined,
  )!;
  const lists = asked.years.flatMap(listsOf);
  const ranks = await listRanks(db, lists, { n, sample, isShown, limit: limit + 1 });
  const named = ranks.map((some) => some.slice(0, limit));
  const full = lists.filter((_, i) => ranks[i]!.length > limit);
  const [counts, rows] = await Promise.all([
    countLists(db, full, isShown),
    db
      .select()
      .from(record)
      .where(inArray(record.rank, jsonList(named.flat())))
      .orderBy(asc(record.rank)),
  ]);
  const records = await withParties(db, n, rows);
  const byRank = new Map(rows.map(({ rank }, i) => [rank, records[i]!]));

  const answers = lists.map(({ year, kind, landed }, i) => {
    const at = full.indexOf(lists[i]!);
    const rest = at < 0 ? 0 : counts[at]! - limit;
    const qualifier = at >= 0 && counts[at]! > MOST_COUNTED ? 'at_least' : 'exact';
    const records = named[i]!.toSorted((a, b) => a - b).map((rank) => byRank.get(rank)!);
    return { year, list: { kind, landed, records, more: { value: rest, qualifier } as const } };
  });
  const present = answers.filter(({ list }) => list.records.length > 0);
  const years = Map.groupBy(present, ({ year }) => year);
  return new Map([...years].map(([year, all]) => [year, all.map(({ list }) => list)]));
}

const landedIn = (isShown: SQL) => sql`${record.landedYear} = ${its('year')}
  and ${record.kind} = 'project' and ${record.year} <> ${record.landedYear} and ${isShown}`;

/** The first of each list: a kind by the index of words, which has it in the order of days; what landed, in no order. */
async function listRanks(
  db: Db,
  lists: readonly List[],
  asked: { n: number; sample: Sample; isShown: SQL; limit: number },
): Promise<number[][]> {
  const { n, sample, isShown, limit } = asked;
  const withWords = lists.map((list) => {
    const { year, kind } = list;
    const facets = Object.entries({ kind, year }) as ['kind' | 'year', string | number][];
    return { ...list, words: matchExpression({ facets, n, sample }) };
  });
  const ofKind = sql`select ${record.rank} from ${recordIndex}
    cross join ${record} on ${record.rank} = ${recordIndex.rank}
    where ${recordIndex} match ${its('words')} and ${isShown} order by ${recordIndex.rank}`;
  const landed = sql`select ${record.rank} from ${record} where ${landedIn(isShown)}`;
  const first = (some: SQL) => sql`(select json_group_array(rank) from (${some} limit ${limit}))`;
  const found = await db.all<{ ranks: string }>(sql`
    select iif(${its('landed')}, ${first(landed)}, ${first(ofKind)}) as ranks
    from ${rowsOf(withWords)} order by list.key`);
  return found.map(({ ranks }) => JSON.parse(ranks) as number[]);
}

/** How many each list has, up to one more than are counted. */
async function countLists(db: Db, lists: readonly List[], isShown: SQL): Promise<number[]> {
  if (lists.length === 0) return [];
  const ofKind = sql`${record.kind} = ${its('kind')} and ${record.year} = ${its('year')}
    and ${isShown}`;
  const count = (condition: SQL) =>
    sql`(select count(*) from (select 1 from ${record} where ${condition} limit ${MOST_COUNTED + 1}))`;
  const rows = await db.all<{ count: number }>(sql`
    select iif(${its('landed')}, ${count(landedIn(isShown))}, ${count(ofKind)}) as count
    from ${rowsOf(lists)} order by list.key`);
  return rows.map((row) => row.count);
}
