import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type {
  CountriesAnswer,
  EvidenceAnswer,
  OrganisationAnswer,
  RecordAnswer,
  RecordsAnswer,
} from '../../schema/register/answers.ts';
import { ask, prepareRecord, read } from './record.ts';

beforeAll(() => prepareRecord('facts'));

const list = (query: string) => read<RecordsAnswer>(`/api/v1/records?${query}`);
const ids = async (query: string) => (await list(query)).records.map(({ id }) => id);

describe('GET /api/v1/records', () => {
  it('lists what the sources tell of, newest first', async () => {
    expect(await ids('')).toEqual([
      'g60-cooperation-base-2024',
      'signing-2024-intellectual-property',
      'signing-2024-biomedicine',
      'signing-2024-technology-transfer',
      'roadshow-2024',
      'cooperation-meeting-2024',
      'kunming-forum-2022',
      'network-steering-committee-2022',
      'meeting-2019-09-03',
    ]);
  });

  it.each([
    ['q=昆明', 7],
    ['q=昆', 7],
    ['q=佑安', 1],
    ['q=技术转移协作网络', 4],
    ['q=kunming', 7],
    ['q=ITTN', 4],
    ['q=ittn+biomed', 1],
    ['q=G60基地', 1],
    ['q=上昆', 0],
    ['q=G60协作基地', 1],
    ['q=Mishra', 2],
    ['q=' + encodeURIComponent('" OR facets:k*'), 0],
    ['q=' + encodeURIComponent('***'), 0],
    ['kind=agreement', 3],
    ['kind=agreement&country=RU', 1],
    ['country=ZA', 1],
    ['year=2022', 2],
    ['member=biomedicine', 1],
    ['organisation=ittn', 4],
    ['kind=meeting&year=2024&q=路演', 1],
    ['release=1', 1],
    ['release=2', 3],
  ])('finds by %s', async (query, count) => {
    expect(await ids(query)).toHaveLength(count);
  });

  it('shows a record as each release had it', async () => {
    const forum = async (release: number) =>
      (await read<RecordAnswer>(`/api/v1/records/kunming-forum-2022?release=${release}`)).record;
    expect((await forum(2)).member).toBe('forum');
    expect((await forum(3)).member).toBe('cooperation-meeting');
    expect((await ask('/api/v1/records/kunming-forum-2022?release=1')).status).toBe(404);
    expect(await ids('member=forum')).toEqual([]);
    expect(await ids('member=forum&release=2')).toEqual(['kunming-forum-2022']);
  });

  it('goes on page by page', async () => {
    const first = await list('limit=4');
    const second = await list(`limit=4&after=${first.next}`);
    const third = await list(`limit=4&after=${second.next}`);
    const all = [first, second, third].flatMap(({ records }) => records.map(({ id }) => id));
    expect(all).toEqual(await ids(''));
    expect(third.next).toBeNull();
  });

  it.each([
    ['kind=party', 'kind'],
    ['country=XX', 'country'],
    ['year=20', 'year'],
    ['limit=0', 'limit'],
    ['after=x', 'after'],
    ['colour=red', 'colour'],
  ])('refuses %s', async (query, field) => {
    const problem = await read<{ fields: { field: string }[] }>(`/api/v1/records?${query}`, 400);
    expect(problem.fields.map((one) => one.field)).toEqual([field]);
  });

  it('writes CSV with a row for each party', async () => {
    const answer = await ask('/api/v1/records.csv?kind=agreement');
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const rows = (await answer.text()).trim().split('\r\n');
    expect(rows).toHaveLength(1 + 17);
    expect(rows[1]).toContain('Trinaya Legal');
  });
});

describe('GET /api/v1/records.xlsx', () => {
  it('writes a workbook in the words of a language, with a row for each party', async () => {
    const answer = await ask('/api/v1/records.xlsx?kind=agreement&lang=zh');
    const sheet = strFromU8(
      unzipSync(new Uint8Array(await answer.arrayBuffer()))['xl/worksheets/sheet1.xml']!,
    );
    expect(sheet.match(/<row /g)).toHaveLength(3 + 17);
    for (const word of ['国家和地区', '签约方', '印度（推断）', '生物医药'])
      expect(sheet).toContain(word);
    await read('/api/v1/records.xlsx?lang=fr', 400);
  });
});

describe('the parts of the register', () => {
  it('tells all of one record', async () => {
    const { record, parts, history, sources } = await read<RecordAnswer>(
      '/api/v1/records/cooperation-meeting-2024',
    );
    expect(record.parties.map(({ role }) => role)).toEqual([
      'host',
      ...['organiser', 'organiser'],
      ...['official', 'official', 'official'],
      ...['speaker', 'speaker', 'speaker', 'speaker'],
    ]);
    expect(parts.map(({ id }) => id)).toHaveLength(4);
    expect(history.map(({ release }) => release.n)).toEqual([3]);
    expect(sources.map(({ id }) => id)).toEqual(['cooperation-meeting-2024-08-06']);
  });

  it('gathers what was done with one organisation, and marks what is inferred', async () => {
    const { organisation, records } = await read<OrganisationAnswer>('/api/v1/organisations/ittn');
    expect(organisation).toMatchObject({ country: 'CN', inferred: ['country', 'kind', 'name'] });
    expect(records.map(({ id }) => id)).toHaveLength(4);
    expect(records.every(({ parties }) => parties.some((p) => p.organisation?.id === 'ittn'))).toBe(
      true,
    );
  });

  it('counts countries by year', async () => {
    const { countries } = await read<CountriesAnswer>('/api/v1/countries');
    expect(countries.map(({ country }) => country)).toEqual(['CN', 'IN', 'RU', 'BR', 'ZA']);
    expect(countries.find(({ country }) => country === 'RU')).toEqual({
      country: 'RU',
      organisations: 2,
      inferred: 1,
      years: [{ year: 2024, records: 2 }],
    });
  });

  it('counts countries of one year with the organisations of that year, and knows its own', async () => {
    const { countries, home } = await read<CountriesAnswer>('/api/v1/countries?year=2022');
    expect(home).toBe('CN');
    const years = [{ year: 2022, records: 1 }];
    expect(countries).toEqual([
      { country: 'BR', organisations: 1, inferred: 1, years },
      { country: 'CN', organisations: expect.any(Number), inferred: expect.any(Number), years },
      { country: 'IN', organisations: 1, inferred: 1, years },
    ]);
    expect((await read<CountriesAnswer>('/api/v1/countries?year=2020')).countries).toEqual([]);
    await read('/api/v1/countries?year=20', 400);
    const rows = (await (await ask('/api/v1/countries.csv?year=2022')).text()).split('\r\n');
    expect(rows).toContain('IN,印度,India,1,1,2022,1');
  });

  it.each([
    ['agreements-signed', 'year=2024', 17, 17, 3],
    ['agreements-signed', 'year=2024&member=biomedicine', 8, 8, 1],
    ['meetings-held', 'year=2024', 1, 1, 1],
    ['meetings-held', 'year=2022', 1, 1, 1],
    ['meetings-held', 'year=2020', 0, 1, 0],
    ['projects-signed', 'year=2023', 0, 23, 0],
  ])('lays beside %s of %s what the register holds', async (id, query, counted, value, records) => {
    const found = await read<EvidenceAnswer>(`/api/v1/metrics/${id}/records?${query}`);
    expect(found.counted).toBe(counted);
    expect(found.figure?.value).toBe(value);
    expect(found.records).toHaveLength(records);
  });

  it('says which metrics count no records', async () => {
    await read('/api/v1/metrics/people-trained/records?year=2024', 404);
  });
});
