import { beforeAll, describe, expect, it } from 'vitest';
import type { CountriesAnswer, RecordsAnswer } from '../../schema/register/answers.ts';
import { ask, database, prepareRecord, read } from './record.ts';

beforeAll(() => prepareRecord('facts'));

const find = (q: string, rest = '') =>
  read<RecordsAnswer>(`/api/v1/records?q=${encodeURIComponent(q)}${rest}`);

describe('words that would be an expression', () => {
  it.each([
    'NEAR(昆明 2)',
    'facets : "kmeeting"',
    '-昆明 +昆明 ^昆明',
    '{words facets} : 昆明',
    '"" "',
    "';--",
    'a\u0000b',
    '昆'.repeat(200),
    'x '.repeat(100),
    '\ufdfa'.repeat(200),
    '\u0301\u20e3',
    '\u{2ebf0}\u{31350} 𫝀',
    '①²Ⅻ½٣',
    '🇨🇳👩‍👩‍👧',
    '%_*?[a-z]',
  ])('are looked up as words: %#', async (q) => {
    const { records } = await find(q);
    expect(records.length).toBeLessThanOrEqual(9);
    await find(q, '&kind=meeting&country=CN&year=2024&organisation=ittn&sample=exclude');
    expect((await ask(`/api/v1/organisations?q=${encodeURIComponent(q)}`)).status).toBe(200);
  });

  it('takes any place to go on from', async () => {
    for (const after of ['0', '9'.repeat(16), '0'.repeat(16)])
      expect((await ask(`/api/v1/records?after=${after}`)).status, after).toBe(200);
  });
});

const register = [
  '/api/v1/records?',
  '/api/v1/records?q=昆明',
  '/api/v1/records?country=NO',
  '/api/v1/records?organisation=ittn',
  '/api/v1/records.csv?',
  '/api/v1/records/waiting?',
  '/api/v1/records/cooperation-meeting-2024?',
  '/api/v1/organisations?',
  '/api/v1/organisations/waiting?',
  '/api/v1/organisations/ittn?',
  '/api/v1/countries?',
  '/api/v1/metrics/meetings-held/records?year=2024',
  '/api/v1/metrics/people-trained/records?year=2024',
];

describe('what a waiting release brings', () => {
  it('is nowhere on the register before its time', async () => {
    let asked = 0;
    const texts = () => {
      asked += 1;
      return Promise.all(
        register.map(async (path) => {
          const answer = await ask(path + '&'.repeat(asked));
          return `${answer.status} ${(await answer.text()).replace(/"requestId":"[^"]*"/, '')}`;
        }),
      );
    };
    const seen = await texts();
    const { release } = await read<CountriesAnswer>('/api/v1/countries');
    const n = release.n + 1;
    const run = (sql: string, ...values: unknown[]) =>
      database
        .prepare(sql)
        .bind(...values)
        .run();
    await run(
      `insert into release select ?1, ?2, ${(await columnsOf('release', ['n', 'published_at'])).join()} from release where n = ?3`,
      ...[n, new Date(Date.now() + 3_600_000).toISOString(), release.n],
    );
    const copy = async (table: string, from: string, change: Record<string, unknown>) => {
      const names = Object.keys(change);
      const rest = await columnsOf(table, names);
      const columns = [...names, ...rest];
      await run(
        `insert into ${table} (${columns.join()}) select ${[...names.map(() => '?'), ...rest].join()} from ${table} where ${from}`,
        ...Object.values(change),
      );
    };
    const rank = 20991231000001;
    await copy('organisation', "id = 'ittn'", {
      ...{ id: 'waiting', first_release: n, rank, country: 'NO' },
    });
    await copy('record', "id = 'cooperation-meeting-2024'", {
      ...{ id: 'waiting', first_release: n, rank, part_of: 'cooperation-meeting-2024' },
    });
    await copy('party', "record = 'cooperation-meeting-2024' and n = 1", {
      ...{ record: 'waiting', first_release: n, organisation: 'waiting' },
    });
    await copy('metric_count', "metric = 'meetings-held'", {
      ...{ metric: 'people-trained', first_release: n },
    });
    for (const index of ['record_index', 'organisation_index'])
      await run(
        `insert into ${index}(rowid, words, facets) values (?, ' 昆 明 ', ?)`,
        ...[rank, `kmeeting y2024 cno oittn f${n}`],
      );
    // Former versions go with the release that replaces them.
    for (const [table, id] of [
      ['record', 'kunming-forum-2022'],
      ['organisation', 'ittn'],
    ])
      await run(
        `update ${table} set last_release = ?1 where id = ?2 and last_release is null`,
        ...[release.n, id],
      );
    expect(await texts()).toEqual(seen);
    for (const path of register) expect((await ask(`${path}&release=${n}`)).status, path).toBe(404);

    await run('update release set published_at = ?1 where n = ?2', new Date().toISOString(), n);
    await expect
      .poll(async () => (await read<CountriesAnswer>('/api/v1/countries?&')).release.n, {
        timeout: 5000,
      })
      .toBe(n);
    expect((await ask('/api/v1/records/waiting')).status).toBe(200);
  });
});

/** The columns of a table but for some. */
async function columnsOf(table: string, but: string[]): Promise<string[]> {
  const { results } = await database
    .prepare('select name from pragma_table_info(?)')
    .bind(table)
    .all<{ name: string }>();
  return results.map(({ name }) => name).filter((name) => !but.includes(name));
}
