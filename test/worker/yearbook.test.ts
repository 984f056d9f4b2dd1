import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Overview } from '../../schema/answers.ts';
import type { RecordsAnswer } from '../../schema/register/answers.ts';
import type { Yearbook } from '../../schema/yearbook.ts';
import { createFront } from '../../worker/front.ts';
import { ask, database, prepareRecord, read } from './record.ts';

const FILLED = 2021;

/** Projects signed in one year, the last three of them landed in the next; in the index as a publication writes them. */
async function signProjects(count: number): Promise<void> {
  const series = 'with recursive r(n) as (select 1 union all select n + 1 from r where n < ?1)';
  const statements = [
    `${series} insert into record
     select 'project-' || n, 3, null, ?2 * 10000000000 + 5000000 + n, 'project', ?2, null, json_object('en', 'Project ' || n),
            null, 'field', 'other', null, 1, iif(n > ?1 - 3, 'landed', 'signed'), iif(n > ?1 - 3, ?2 + 1, null),
            null, null, 0, null, 'kczg-forum-2022-11-17', n = 1, 'first_publication' from r`,
    `${series} insert into record_index(rowid, words, facets)
     select ?2 * 10000000000 + 5000000 + n, 'project ' || n, 'kproject y' || ?2 || ' f3' || iif(n = 1, ' x1', '') from r`,
  ];
  await database.batch(statements.map((sql) => database.prepare(sql).bind(count, FILLED)));
}

/** The statements that one cold request sends, each of a batch on its own. */
async function countStatements(path: string): Promise<number> {
  let sent = 0;
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, key) {
        const value: unknown = Reflect.get(object, key);
        if (typeof value !== 'function') return value;
        return (...values: unknown[]) => {
          if (key === 'prepare') sent += 1;
          const answer: unknown = value.apply(object, values);
          return key === 'withSession' ? watch(answer as object) : answer;
        };
      },
    });
  const ctx = createExecutionContext();
  const version = { ...env.VERSION, id: crypto.randomUUID() };
  const bindings = { ...(env as Env), DB: watch(database), VERSION: version };
  const request = new Request(`http://yearbook.test${path}`);
  const answer = await createFront(null).fetch(request, bindings, ctx);
  expect(answer.status).toBe(200);
  await answer.arrayBuffer();
  await waitOnExecutionContext(ctx);
  return sent;
}

const chapterOf = ({ chapters }: Yearbook, year: number) =>
  chapters.find((one) => one.year === year)!;

describe('GET /api/v1/yearbook', () => {
  beforeAll(async () => {
    await prepareRecord('samples');
    await signProjects(600);
  });

  it('tells of each year what the year, its code and the register tell', async () => {
    const book = await read<Yearbook>('/api/v1/yearbook?sample=exclude');
    expect(book.chapters.map(({ year }) => year)).toEqual([
      2018, 2019, 2020, 2021, 2022, 2023, 2024,
    ]);
    for (const { year, headlines, lists, code } of book.chapters) {
      const [overview, issued, found] = await Promise.all([
        read<Overview>(`/api/v1/years/${year}?sample=exclude`),
        read<{ code: string }>(`/api/v1/years/${year}/code?sample=exclude`),
        read<RecordsAnswer>(`/api/v1/records?year=${year}&limit=100&sample=exclude`),
      ]);
      expect(headlines).toEqual(
        overview.metrics.map(({ headline, figures }) => ({
          metric: figures.metric.id,
          ...headline,
        })),
      );
      expect(code).toBe(issued.code);
      const listed = lists.filter(({ landed }) => !landed).flatMap(({ records }) => records);
      if (year === FILLED) continue;
      expect(listed.map(({ id }) => id).toSorted()).toEqual(
        found.records.map(({ id }) => id).toSorted(),
      );
      expect(listed).toEqual(expect.arrayContaining(found.records));
    }
    const ids = book.sources.map(({ id }) => id);
    for (const { source } of book.chapters
      .flatMap(({ lists }) => lists)
      .flatMap(({ records }) => records))
      expect(ids).toContain(source);
  });

  it('names the first of a long list, and counts the others as far as it says', async () => {
    const lists = async (query: string) =>
      chapterOf(await read<Yearbook>(`/api/v1/yearbook?${query}`), FILLED).lists.map(
        ({ kind, landed, records, more }) => [kind, landed, records[0]?.id, records.length, more],
      );
    const all = { value: 481, qualifier: 'at_least' };
    expect(await lists('')).toContainEqual(['project', false, 'project-1', 20, all]);
    const facts = await lists('sample=exclude&limit=100');
    expect(facts).toEqual([
      ['project', false, 'project-2', 100, { value: 401, qualifier: 'at_least' }],
    ]);
    expect(await lists('release=2&to=2021')).toEqual([]);
  });

  it('tells of projects in the year of their landing, too', async () => {
    const book = await read<Yearbook>(`/api/v1/yearbook?limit=2&sample=exclude`);
    const landed = chapterOf(book, FILLED + 1).lists.find((list) => list.landed)!;
    expect(landed.records.map(({ landedYear }) => landedYear)).toEqual([FILLED + 1, FILLED + 1]);
    expect(landed.more).toEqual({ value: 1, qualifier: 'exact' });
  });

  it('refuses years outside the record, the wrong way round, and too many', async () => {
    for (const query of ['from=1999', 'to=2050', 'from=2024&to=2018', 'from=x', 'limit=0', 'a=b'])
      expect([query, (await ask(`/api/v1/yearbook?${query}`)).status]).toEqual([query, 400]);
    await database.prepare('update centre set founded_year = 2004').run();
    const refused = await ask('/api/v1/yearbook?from=2004');
    expect(await refused.json()).toMatchObject({ status: 400, code: 'too_many_years' });
    const book = await read<Yearbook>('/api/v1/yearbook?limit=3');
    expect(book.chapters).toHaveLength(12);
    expect(book.to).toBe(book.years.at(-1));
  });

  it('sends as many statements for twelve years as for one, and few', async () => {
    const [one, twelve] = [
      await countStatements('/api/v1/yearbook?from=2021&to=2021'),
      await countStatements('/api/v1/yearbook?limit=100'),
    ];
    expect(twelve).toBe(one);
    expect(twelve).toBeLessThan(25);
  });
});
