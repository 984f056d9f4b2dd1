import { reset } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RegisterCounts, ReleaseRef } from '../../schema/answers.ts';
import type { OrganisationAnswer, RecordAnswer } from '../../schema/register/answers.ts';
import type {
  OrganisationChangesAnswer,
  RecordChangesAnswer,
} from '../../schema/register/changes.ts';
import type {
  OrganisationContent,
  OrganisationEntry,
  RecordEntryAnswer,
} from '../../schema/staff/register.ts';
import { openSession } from '../../worker/db.ts';
import { countRegisterChanges } from '../../worker/queries/register/change-counts.ts';
import { readRecordChanges } from '../../worker/queries/register/changes.ts';
import { ask, database, prepareRecord, read } from './record.ts';
import { countRowsRead } from './rows-read.ts';
import { employ, type Colleague } from './staff.ts';

let editor: Colleague;
let reviewer: Colleague;

beforeEach(async () => {
  await reset();
  await prepareRecord('facts');
  [editor, reviewer] = [await employ('editor'), await employ('reviewer')];
});

const acme: OrganisationContent = {
  kind: 'company',
  names: { zh: '某公司', en: 'Acme' },
  country: 'CN',
  website: null,
  inferred: [],
};

const put = (path: string, content: unknown) => editor.read('PUT', path, { version: 0, content });
const contentOf = async (key: string) =>
  (await editor.read<RecordEntryAnswer>('GET', `/records/${key}`)).entry.content!;

/** A new organisation in a meeting with another day, a renamed organisation, a record withdrawn. */
async function propose(): Promise<void> {
  await put('/organisations/acme', acme);
  const meeting = await contentOf('meeting-2019-09-03');
  const host = { role: 'host', organisation: 'acme', person: null, position: null };
  await put('/records/meeting-2019-09-03', { ...meeting, date: '2019-09-04', parties: [host] });
  await put('/records/a-forum', { ...meeting, titles: { zh: '论坛', en: 'Forum' }, parties: [] });
  const { entry } = await editor.read<{ entry: OrganisationEntry }>('GET', '/organisations/ittn');
  const names = { ...entry.content!.names, en: 'Zephyr Network' };
  await put('/organisations/ittn', { ...entry.content, names });
  await put('/records/roadshow-2024', null);
}

const publish = (publishAt: string | null = null) =>
  reviewer.read<{ n: number }>('POST', '/releases', {
    ...{ years: [], reason: 'late_data', notes: { zh: '登记', en: 'Register' } },
    publishAt,
  });

const recordsOf = (n: number, query = '') =>
  read<RecordChangesAnswer>(`/api/v1/releases/${n}/changes/records${query}`);
const bodiesOf = (n: number, query = '') =>
  read<OrganisationChangesAnswer>(`/api/v1/releases/${n}/changes/organisations${query}`);
const countsOf = async (n: number) =>
  (await read<{ register: RegisterCounts }>(`/api/v1/releases/${n}`)).register;
const historyOf = async (id: string) => (await read<RecordAnswer>(`/api/v1/records/${id}`)).history;

describe('GET /api/v1/releases/:n/changes/records', () => {
  it('tells each record that a release added, changed or withdrew, before and after', async () => {
    await propose();
    const { n } = await publish();
    const { changes, sources } = await recordsOf(n);
    // Of the records that name the renamed organisation, none says anything else.
    expect(changes.map(({ id }) => id)).toEqual(['roadshow-2024', 'meeting-2019-09-03', 'a-forum']);
    expect(changes).toMatchObject([
      { before: { titles: { en: expect.stringContaining('roadshow') as string } }, after: null },
      {
        before: { date: '2019-09-03' },
        after: { date: '2019-09-04', parties: [{ role: 'host', organisation: acme }] },
      },
      { before: null, after: { titles: { en: 'Forum' } } },
    ]);
    const named = changes.flatMap(({ before, after }) => [before?.source, after?.source]);
    expect(sources.map(({ id }) => id)).toEqual(expect.arrayContaining(named.filter(Boolean)));
    const bodies = (await bodiesOf(n)).changes;
    expect(bodies.map(({ id, before }) => [id, before?.names['en'] ?? null])).toEqual([
      ['ittn', expect.stringContaining('ITTN')],
      ['acme', null],
    ]);
    expect(await countsOf(n)).toEqual({
      records: { added: 1, changed: 1, withdrawn: 1 },
      organisations: { added: 1, changed: 1, withdrawn: 0 },
      more: false,
    });
  });

  it('tells all of each release of the record, page by page as at once', async () => {
    const { releases } = await read<{ releases: (ReleaseRef & { register: RegisterCounts })[] }>(
      '/api/v1/releases?changes=include',
    );
    for (const { n, register } of releases) {
      const { changes } = await recordsOf(n, '?limit=100');
      expect(register.records).toEqual({
        added: changes.filter(({ before }) => before === null).length,
        changed: changes.filter(({ before, after }) => before && after).length,
        withdrawn: changes.filter(({ after }) => after === null).length,
      });
      expect(register.organisations.added).toBe((await bodiesOf(n, '?limit=100')).changes.length);
      const paged: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page: RecordChangesAnswer = await recordsOf(n, `?limit=2${next && `&after=${next}`}`);
        paged.push(...page.changes.map(({ id }) => id));
        ({ next } = page);
      }
      expect(paged).toEqual(changes.map(({ id }) => id));
    }
  });

  it('keeps what waits secret until its time', async () => {
    await propose();
    const before = await (await ask('/api/v1/organisations/ittn')).text();
    const { n } = await publish(new Date(Date.now() + 5 * 3_600_000).toISOString());
    for (const path of ['changes/records', 'changes/organisations', '']) {
      expect((await ask(`/api/v1/releases/${n}/${path}`.replace(/\/$/, ''))).status).toBe(404);
    }
    expect((await historyOf('meeting-2019-09-03')).map(({ release }) => release.n)).toEqual([1]);
    expect(await (await ask('/api/v1/organisations/ittn')).text()).toBe(before);
  });

  it('refuses what it does not know', async () => {
    expect((await ask('/api/v1/releases/1/changes/records?limit=0')).status).toBe(400);
    expect((await ask('/api/v1/releases/1/changes/records?after=x')).status).toBe(400);
    expect((await ask('/api/v1/releases/1/changes/organisations?lang=zh')).status).toBe(400);
    expect((await ask('/api/v1/releases/99/changes/records')).status).toBe(404);
  });
});

describe('the history of an entry', () => {
  it('tells every version of a record, with its parties as they were called then', async () => {
    await propose();
    const { n } = await publish();
    const [first, last] = await historyOf('meeting-2019-09-03');
    expect(first).toMatchObject({ release: { n: 1 }, record: { date: '2019-09-03' } });
    expect(last).toMatchObject({ release: { n }, reason: 'late_data' });
    expect(last!.record!.parties).toMatchObject([{ organisation: { id: 'acme' } }]);

    const named = await historyOf('signing-2024-biomedicine');
    const calledThen = named.map(
      ({ record }) =>
        record!.parties.find(({ organisation }) => organisation?.id === 'ittn')?.organisation!
          .names['en'],
    );
    expect(named.map(({ release }) => release.n)).toEqual([3, n]);
    expect(calledThen).toEqual([expect.stringContaining('ITTN'), 'Zephyr Network']);
  });

  it('tells every version of an organisation, up to the release that is read', async () => {
    await propose();
    const { n } = await publish();
    const path = '/api/v1/organisations/ittn';
    const { history, earlier } = await read<OrganisationAnswer>(path);
    expect(earlier).toBe(false);
    expect(history.map(({ release }) => release.n)).toEqual([history[0]!.release.n, n]);
    expect(history[1]!.organisation!.names['en']).toBe('Zephyr Network');
    const former = await read<OrganisationAnswer>(`${path}?release=${n - 1}`);
    expect(former.history).toEqual([history[0]]);
  });
});

describe('what a look at the changes of a large release costs', () => {
  beforeEach(async () => {
    const series = 'with recursive r(n) as (select 1 union all select n + 1 from r where n < 5000)';
    const run = (sql: string) => database.prepare(sql).run();
    await run(
      `insert into release (n, published_at, reason, notes)
       values (5, '2025-01-01T00:00:00.000Z', 'late_data', '{}')`,
    );
    await run(
      `${series} insert into record
       select 'project-' || n, 5, null, 20200000000000 + n, 'project', 2020, null, json_object('en', 'P'), null, null,
              null, null, 1, 'signed', null, null, null, 0, null, 'kczg-forum-2022-11-17', 0, 'late_data' from r`,
    );
    await run(
      `insert into record_index(rowid, words, facets) select rank, 'p', 'kproject y2020 qnew f5'
       from record where first_release = 5`,
    );
    await run(
      `${series} insert into party select 'project-' || n, 5, 1, 'host', 'ittn', null, null from r`,
    );
  });

  it('is a few rows for each that is shown, and a bound for all that is counted', async () => {
    const page = countRowsRead(database);
    const { changes } = await readRecordChanges(openSession(page.counted).db, 5, { limit: 50 });
    expect(changes).toHaveLength(50);
    expect(page.rows()).toBeLessThan(50 * 20);

    const count = countRowsRead(database);
    const counts = await countRegisterChanges(openSession(count.counted).db, [1, 2, 3, 4, 5]);
    expect(counts.get(5)).toMatchObject({ records: { added: 1000 }, more: true });
    expect(counts.get(4)).toMatchObject({ more: false });
    expect(count.rows()).toBeLessThan(2500);
  });
});
