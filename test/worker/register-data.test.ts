import readSheets from 'read-excel-file/universal';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisterRecord } from '../../schema/register/answers.ts';
import type { Register } from '../../schema/register/whole.ts';
import { MOST_ENTRIES, MOST_PARTIES } from '../../worker/queries/register/whole.ts';
import { bytesOf, rowsOfCsv, textOf } from './data-files.ts';
import { ask, database, prepareRecord, read } from './record.ts';
import { tableProblems, type Resource } from './table-schema.ts';

const api = '/api/v1';
const csv = async (name: string, query = '') =>
  rowsOfCsv(await textOf(`${api}/dataset/${name}.csv?${query}`));

/** A sample record by a sample body, and a fact by another one in which a sample record took place. */
const withSamples = [
  `insert into organisation values
     ('sample-body', 2, null, 9001, 'company', '{"en":"Sample body","ru":"Образец"}', 'BR', null, '[]', 1),
     ('other-sample', 2, null, 9002, 'company', '{"en":"Other sample"}', null, null, '["name"]', 1)`,
  `insert into record
     select 'sample-meeting', 2, null, 20990101000001, 'meeting', 2023, null, '{"zh":"示例会议"}', null, null, null, null,
            1, null, null, null, null, 0, null, source, 1, 'sample' from record limit 1`,
  `insert into record
     select 'inside', 2, null, 20990101000002, 'project', 2023, '2023-05-06', '{"en":"=1+1"}', null, null, null, 'sample-meeting',
            0, 'signed', null, 1234567.5, 'CNY', 1, '{"en":"Not counted"}', source, 0, 'late_data' from record limit 1`,
  `insert into party values
     ('sample-meeting', 2, 1, 'host', 'other-sample', null, null),
     ('inside', 2, 1, 'counterparty', 'sample-body', null, null),
     ('inside', 2, 2, 'speaker', null, '{"zh":"张三"}', '{"en":"Director"}')`,
];

beforeAll(async () => {
  await prepareRecord('facts');
  await database.batch(withSamples.map((sql) => database.prepare(sql)));
  await ask(`${api}/records`);
});

describe('GET /api/v1/register.json', () => {
  it('holds what the pages of records and organisations do, oldest first', async () => {
    const whole = await read<Register>(`${api}/register.json`);
    const one = await read<{ record: RegisterRecord }>(`${api}/records/${whole.records[0]!.id}`);
    expect(whole.records[0]).toEqual(one.record);
    const days = whole.records.map(({ date, year }) => date ?? `${year}`);
    expect(days.slice(0, -2)).toEqual(days.slice(0, -2).sort());
    const { n } = whole.release;
    const [counted] = (
      await database
        .prepare(
          `select (select count(*) from record where first_release <= ?1 and ifnull(last_release, 999) >= ?1) as records,
                  (select count(*) from organisation where first_release <= ?1 and ifnull(last_release, 999) >= ?1) as bodies`,
        )
        .bind(n)
        .all<{ records: number; bodies: number }>()
    ).results;
    expect([whole.records.length, whole.organisations.length]).toEqual([
      counted!.records,
      counted!.bodies,
    ]);
    expect(whole.counts).toContainEqual({
      metric: 'agreements-signed',
      kind: 'agreement',
      role: 'counterparty',
      landed: false,
    });
    const sources = new Set(whole.sources.map(({ id }) => id));
    expect(whole.records.every(({ source }) => sources.has(source))).toBe(true);
  });

  it('is of a release', async () => {
    const early = await read<Register>(`${api}/register.json?release=1`);
    const now = await read<Register>(`${api}/register.json`);
    expect(early.records.length).toBeGreaterThan(0);
    expect(early.records.length).toBeLessThan(now.records.length);
    expect(early.records.every(({ year }) => year <= 2019)).toBe(true);
  });

  it('leaves sample data out, and what facts say of it', async () => {
    const whole = await read<Register>(`${api}/register.json`);
    const facts = await read<Register>(`${api}/register.json?sample=exclude`);
    expect(whole.hasSample).toBe(true);
    const ids = (one: Register) => one.records.map(({ id }) => id);
    expect(ids(whole).filter((id) => !ids(facts).includes(id))).toEqual(['sample-meeting']);
    const inside = (one: Register) => one.records.find(({ id }) => id === 'inside')!;
    expect([inside(whole).partOf, inside(facts).partOf]).toEqual(['sample-meeting', null]);
    const bodies = facts.organisations.filter(({ sample }) => sample).map(({ id }) => id);
    expect(bodies).toEqual(['sample-body']);
  });
});

describe('the register in the data package', () => {
  it.each(['', 'sample=exclude', 'release=1'])(
    'has rows that its schema allows and its keys lead to: %s',
    async (query) => {
      const { resources } = await read<{ resources: Resource[] }>(
        `${api}/datapackage.json?${query}`,
      );
      const tables = Object.fromEntries(
        await Promise.all(resources.map(async ({ name }) => [name, await csv(name, query)])),
      );
      expect(tableProblems(resources, tables)).toEqual([]);
      const whole = await read<Register>(`${api}/register.json?${query}`);
      expect(tables.records.length).toBe(whole.records.length);
      expect(tables.parties.length).toBe(whole.records.flatMap(({ parties }) => parties).length);
      expect(tables.organisations.length).toBe(whole.organisations.length);
      for (const [table, change] of [
        ['parties', { organisation: 'nobody' }],
        ['parties', { record: 'nothing' }],
        ['records', { part_of: 'nothing' }],
        ['records', { source: 'nothing' }],
        ['records', { stage: 'begun' }],
        ['metric-counts', { metric: 'nothing' }],
      ] as const) {
        const [first, ...rest] = tables[table];
        const broken = { ...tables, [table]: [{ ...first, ...change }, ...rest] };
        expect(tableProblems(resources, broken)).toHaveLength(1);
      }
    },
  );

  it('writes what is stated, leaves empty what is not, and keeps every language', async () => {
    const record = (await csv('records')).find((row) => row.record === 'inside')!;
    expect(record).toMatchObject({
      date: '2023-05-06',
      title_zh: '',
      title_en: "'=1+1",
      part_of: 'sample-meeting',
      counted: 'false',
      value: '1234567.5',
      currency: 'CNY',
      open_ended: 'true',
      landed_year: '',
      sample: '',
    });
    const [body] = (await csv('organisations')).filter((row) => row.organisation === 'sample-body');
    expect(body).toMatchObject({ name_ru: 'Образец', country: 'BR', sample: 'sample' });
    const parties = (await csv('parties')).filter((row) => row.record === 'inside');
    expect(
      parties.map(({ n, role, organisation, person_zh }) => [n, role, organisation, person_zh]),
    ).toEqual([
      ['1', 'counterparty', 'sample-body', ''],
      ['2', 'speaker', '', '张三'],
    ]);
  });

  it('says in the workbook what the tables say', async () => {
    const sheets = await readSheets(new Blob([await bytesOf(`${api}/register.xlsx?lang=en`)]));
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'Records',
      'Parties',
      'Organisations',
      'How metrics count records',
      'Sources',
      'Notes',
    ]);
    for (const [i, name] of ['records', 'parties', 'organisations', 'metric-counts'].entries()) {
      const [head = [], ...rows] = sheets[i]!.data;
      const table = await csv(name);
      expect(head).toEqual(Object.keys(table[0]!));
      const shown = (value: unknown) =>
        value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
      expect(rows.map((row) => head.map((_, at) => shown(row[at])))).toEqual(
        table.map((row) => Object.values(row).map((value) => value.replace(/^'=/, '='))),
      );
    }
    const notes = sheets.at(-1)!.data.flat().join('\n');
    expect(notes).toContain('Holds sample figures');
    expect(notes).toContain('Id of the organisation');
  });
});

describe('a register that is too large for one file', () => {
  it('is refused with what to ask instead, and keeps back no other file', async () => {
    await database
      .prepare(
        `with recursive r(n) as (select 1 union all select n + 1 from r where n <= ?1)
         insert into record
         select 'many-' || n, 2, null, 30000000000000 + n, 'project', 2023, null, '{"en":"Many"}', null, null, null,
                null, 1, 'signed', null, null, null, 0, null, (select source from record limit 1), 0, 'late_data' from r`,
      )
      .bind(MOST_ENTRIES)
      .run();
    await refuseAll(4);
    await database.exec(`delete from record where id like 'many-%'`);
  });

  it('is refused as well for its parties', async () => {
    await database
      .prepare(
        `with recursive r(n) as (select 1 union all select n + 1 from r where n < ?1)
         insert into party select 'inside', 2, 10 + n, 'official', 'sample-body', null, null from r`,
      )
      .bind(MOST_PARTIES)
      .run();
    await refuseAll(3);
  });

  async function refuseAll(release: number): Promise<void> {
    // Named by its release the address has not been asked for yet, so no cache answers.
    for (const path of ['register.json', 'register.xlsx', 'dataset.zip', 'dataset/records.csv']) {
      const answer = await ask(`${api}/${path}?release=${release}`);
      expect([path, answer.status]).toEqual([path, 400]);
      const { detail } = await answer.json<{ detail: string }>();
      expect(detail).toContain(`more than ${MOST_ENTRIES} records`);
      expect(detail).toContain('/api/v1/records.csv');
    }
    for (const path of ['dataset/figures.csv', 'dataset/members.csv', 'figures.xlsx'])
      expect((await ask(`${api}/${path}?release=${release}`)).status).toBe(200);
  }
});
