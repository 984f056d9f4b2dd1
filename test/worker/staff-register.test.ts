import { reset } from 'cloudflare:test';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordAnswer, RecordsAnswer } from '../../schema/register/answers.ts';
import type {
  OrganisationContent,
  OrganisationEntry,
  OrganisationsListAnswer,
  RecordContent,
  RecordEntry,
  RecordEntryAnswer,
  RecordsListAnswer,
} from '../../schema/staff/register.ts';
import type { CountPreview } from '../../schema/staff/count-preview.ts';
import type { AuditAnswer } from '../../schema/staff/audit.ts';
import type { PendingAnswer, Review } from '../../schema/staff/releases.ts';
import { ask, database, prepareRecord, read } from './record.ts';
import { because, metricOf, readReturn, save, say } from './returns.ts';
import { employ, type Colleague } from './staff.ts';

let editor: Colleague;
let reviewer: Colleague;

beforeEach(async () => {
  await reset();
  await prepareRecord('facts');
  editor = await employ('editor');
  reviewer = await employ('reviewer');
});

const acme: OrganisationContent = {
  kind: 'company',
  names: { zh: '昆明新材料技術公司', en: 'Kunming New-Materials Co.' },
  country: 'CN',
  website: null,
  inferred: ['kind'],
};

const agreement: RecordContent = {
  kind: 'agreement',
  year: 2024,
  date: '2024-05-06',
  titles: { zh: '新材料合作协议', en: 'Agreement on new materials' },
  places: null,
  breakdown: 'domain',
  member: 'biomedicine',
  partOf: null,
  counted: true,
  stage: null,
  landedYear: null,
  value: 12.5,
  currency: 'CNY',
  openEnded: false,
  parties: [{ role: 'counterparty', organisation: 'acme', person: null, position: null }],
  note: null,
  source: 'cooperation-meeting-2024-08-06',
};

const put = <T = { code: string; fields: { field: string }[]; refusals: object[] }>(
  path: string,
  content: unknown,
  { version = 0, status = 200, by = editor } = {},
) => by.read<T>('PUT', path, { version, content }, status);
const putRecord = (key: string, content: RecordContent | null, version = 0) =>
  put<{ entry: RecordEntry }>(`/records/${key}`, content, { version });
const putBody = (key: string, content: OrganisationContent | null, version = 0) =>
  put<{ entry: OrganisationEntry }>(`/organisations/${key}`, content, { version });
const entryOf = async (key: string) =>
  (await editor.read<RecordEntryAnswer>('GET', `/records/${key}`)).entry;
const bodyOf = async (key: string) =>
  (await editor.read<{ entry: OrganisationEntry }>('GET', `/organisations/${key}`)).entry;

const notes = { zh: '登记', en: 'Register' };
const publish = (changes: object = {}, status = 200, by = reviewer) =>
  by.read<{ n: number; code: string; obstacles: string[] }>(
    'POST',
    '/releases',
    { years: [], reason: 'late_data', notes, publishAt: null, ...changes },
    status,
  );
const soon = () => new Date(Date.now() + 5 * 3_600_000).toISOString();

const publicIds = async (query: string) =>
  (await read<RecordsAnswer>(`/api/v1/records?${query}`)).records.map(({ id }) => id);
const staffKeys = async (query: string) =>
  (await editor.read<RecordsListAnswer>('GET', `/records?${query}`)).records.map(({ key }) => key);
const textsOf = (paths: string[]) =>
  Promise.all(paths.map(async (path) => await (await ask(path)).text()));

/** Every row of every table but the trail, the tokens (they know when they were used) and what FTS5 keeps for itself. */
async function dump(): Promise<Record<string, unknown[]>> {
  const { results } = await database
    .prepare(
      `select name from sqlite_master where type = 'table'
         and name not glob '_cf_*' and name not glob 'sqlite_*' and name not glob '*_index_*' and name not in ('audit', 'api_token')`,
    )
    .all<{ name: string }>();
  const tables = results.map(async ({ name }) => {
    const id = name.endsWith('_index') ? 'rowid, ' : '';
    const rows = await database.prepare(`select ${id}* from "${name}"`).raw();
    return [name, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

/** A new record of a new organisation, a record with another year's day, a renamed organisation, one withdrawn record. */
async function proposeAll(): Promise<void> {
  await putBody('acme', acme);
  await putRecord('acme-agreement', agreement);
  const meeting = (await entryOf('meeting-2019-09-03')).content!;
  await putRecord('meeting-2019-09-03', { ...meeting, date: '2019-09-04' });
  const ittn = (await bodyOf('ittn')).content!;
  await putBody('ittn', { ...ittn, names: { ...ittn.names, en: 'Zephyr Network' }, country: 'SG' });
  await putRecord('roadshow-2024', null);
}

const views = [
  '/api/v1/records',
  '/api/v1/records?q=zephyr',
  '/api/v1/records?q=ITTN',
  `/api/v1/records?q=${encodeURIComponent('新材料')}`,
  '/api/v1/records?country=SG',
  '/api/v1/records.csv',
  '/api/v1/records/meeting-2019-09-03',
  '/api/v1/records/roadshow-2024',
  '/api/v1/organisations',
  '/api/v1/organisations?q=zephyr',
  '/api/v1/organisations/ittn',
  '/api/v1/countries',
  '/api/v1/metrics/agreements-signed/records?year=2024',
];
/** Without the request's own id. */
const told = async (paths: string[]) =>
  (await textsOf(paths)).map((text) => text.replace(/"requestId":"[^"]*"/, ''));
const at = (n: number) =>
  views.map((path) => `${path}${path.includes('?') ? '&' : '?'}release=${n}`);

describe('a draft of the register', () => {
  it('is saved, found, changed and discarded, and each is told', async () => {
    await putBody('acme', acme);
    const { entry } = await putRecord('acme-agreement', agreement);
    expect(entry).toMatchObject({ version: 1, pending: true, published: null, content: agreement });
    for (const query of [`q=${encodeURIComponent('材料')}`, 'q=new-materials', 'pending=true']) {
      expect(await staffKeys(query), query).toEqual(['acme-agreement']);
    }
    expect(await staffKeys('country=CN&kind=agreement&year=2024')).toContain('acme-agreement');
    // Between those of later and of earlier days.
    const all = await staffKeys('');
    expect(all.indexOf('acme-agreement')).toBeGreaterThan(all.indexOf('cooperation-meeting-2024'));
    expect(all.indexOf('acme-agreement')).toBeLessThan(all.indexOf('kunming-forum-2022'));
    const paged = await editor.read<RecordsListAnswer>('GET', '/records?limit=4');
    const rest = await staffKeys(`limit=100&after=${paged.next}`);
    expect([...paged.records.map(({ key }) => key), ...rest]).toEqual(all);

    const again = await putRecord('acme-agreement', { ...agreement, year: 2023, date: null }, 1);
    expect(again.entry.version).toBe(2);
    expect(await staffKeys('year=2024&pending=true')).toEqual([]);
    expect(await staffKeys('year=2023&pending=true')).toEqual(['acme-agreement']);
    // The same once more is no change.
    const same = await putRecord('acme-agreement', { ...agreement, year: 2023, date: null }, 2);
    expect(same.entry.version).toBe(2);
    await editor.read('DELETE', '/records/acme-agreement');
    await editor.read('GET', '/records/acme-agreement', undefined, 404);
    await editor.read('DELETE', '/records/acme-agreement', undefined, 404);
    expect(await staffKeys('pending=true')).toEqual([]);
    const { entries } = await editor.read<AuditAnswer>('GET', '/audit');
    expect(entries.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'register_discarded record acme-agreement',
      'register_saved record acme-agreement',
      'register_saved record acme-agreement',
      'register_saved organisation acme',
    ]);
  });

  it('stands in place of what is public, and goes when it says the same', async () => {
    const { content } = await entryOf('kunming-forum-2022');
    await putRecord('kunming-forum-2022', { ...content!, titles: { zh: '滇池会', en: 'Dianchi' } });
    expect(await staffKeys('q=dianchi')).toEqual(['kunming-forum-2022']);
    expect(await staffKeys('year=2022&member=cooperation-meeting')).toEqual(['kunming-forum-2022']);
    const back = await putRecord('kunming-forum-2022', content, 1);
    expect(back.entry).toMatchObject({ pending: false, version: 2 });
    expect(await staffKeys('q=dianchi')).toEqual([]);
    const { records } = await editor.read<RecordsListAnswer>('GET', '/records?year=2022');
    expect(records.every(({ pending, withdrawn, isNew }) => !pending && !withdrawn && !isNew)).toBe(
      true,
    );
  });

  it('is not saved over what somebody else has saved', async () => {
    await putBody('acme', acme);
    await put('/organisations/acme', { ...acme, country: null }, { status: 409 }).then((problem) =>
      expect(problem).toMatchObject({
        code: 'edit_conflict',
        entry: { version: 1, content: acme },
      }),
    );
    await editor.read('DELETE', '/organisations/acme');
    await putBody('acme', acme);
    // Who read the first draft does not meet the number of it again.
    await put('/organisations/acme', { ...acme, country: null }, { version: 1, status: 409 });
  });

  const refuse = async (key: string, content: object | null, ...expected: string[]) => {
    const { refusals } = await put(`/records/${key}`, content, { status: 422 });
    expect(refusals.map((one) => Object.values(one).join(' '))).toEqual(expected);
  };

  it('of something new takes the place of nothing', async () => {
    const add = (path: string, content: unknown, status: number) =>
      editor.read<{ code: string; refusals: object[] }>(
        'PUT',
        path,
        { version: 0, isNew: true, content },
        status,
      );
    const isTaken = { code: 'refused', refusals: [{ field: 'key', refusal: 'id_taken' }] };
    // What is public and has no draft is of version 0 as well.
    expect(await add('/organisations/natt', acme, 422)).toMatchObject(isTaken);
    expect(await bodyOf('natt')).toMatchObject({ version: 0, pending: false });
    await add('/organisations/acme', acme, 200);
    expect(await add('/organisations/acme', acme, 422)).toMatchObject(isTaken);
    expect(await add('/records/meeting-2019-09-03', agreement, 422)).toMatchObject(isTaken);
    await add('/records/acme-agreement', agreement, 200);
    expect(await entryOf('acme-agreement')).toMatchObject({ version: 1, pending: true });
  });

  it('cannot say what cannot be true', async () => {
    await putBody('acme', acme);
    await refuse('a', { ...agreement, date: '2023-05-06' }, 'date date_outside_year');
    await refuse('a', { ...agreement, year: 1999, date: null }, 'year outside_record');
    await refuse('a', { ...agreement, member: 'forum' }, 'member unknown_member');
    await refuse('a', { ...agreement, breakdown: null }, 'member unknown_member');
    await refuse('a', { ...agreement, titles: { zh: '协议' } }, 'titles.en text_missing');
    await refuse('a', { ...agreement, currency: null }, 'currency value_and_currency');
    await refuse('a', { ...agreement, counted: false }, 'note note_missing');
    await refuse('a', { ...agreement, stage: 'signed' }, 'stage stage_of_projects');
    await refuse('a', { ...agreement, partOf: 'a' }, 'partOf part_of_itself');
    await refuse('a', { ...agreement, partOf: 'nothing' }, 'partOf unknown_record');
    await refuse('a', { ...agreement, source: 'nothing' }, 'source unknown_source');
    const project = { ...agreement, kind: 'project', breakdown: null, member: null };
    await refuse('a', project, 'stage stage_missing');
    await refuse('a', { ...project, stage: 'landed' }, 'landedYear landed_year_missing');
    await refuse(
      'a',
      { ...project, stage: 'ended', landedYear: 2023 },
      'landedYear landed_before_signing',
    );
    const [party] = agreement.parties;
    const parties = [
      party,
      party,
      { ...party, organisation: 'nobody' },
      { ...party, organisation: null },
    ];
    await refuse(
      'a',
      { ...agreement, parties },
      'parties.1 party_twice',
      'parties.2.organisation unknown_organisation',
      'parties.3 party_without_anybody',
    );
    await refuse('Not-an-id', agreement, 'key bad_id');
    await refuse('acme-agreement', null, ' nothing_to_withdraw');
    await refuse('cooperation-meeting-2024', null, ' has_parts');
    expect(await staffKeys('pending=true')).toEqual([]);
  });

  it.each([
    ['country', '/organisations/a', { ...acme, country: 'XX' }],
    ['names', '/organisations/a', { ...acme, names: {} }],
    ['names', '/organisations/a', { ...acme, names: { French: 'A' } }],
    ['website', '/organisations/a', { ...acme, website: 'javascript:1' }],
    ['currency', '/records/a', { ...agreement, currency: 'XXX' }],
    ['date', '/records/a', { ...agreement, date: '2024-02-30' }],
    [
      'parties',
      '/records/a',
      { ...agreement, parties: Array.from({ length: 301 }, () => agreement.parties[0]) },
    ],
  ])('is refused by its %s', async (field, path, content) => {
    const { fields } = await put(path, content, { status: 400 });
    expect(fields.map((one) => one.field)).toContainEqual(expect.stringContaining(field));
  });

  it('keeps organisations that records name', async () => {
    await put('/organisations/ittn', null, { status: 422 });
    await putBody('acme', acme);
    await putRecord('acme-agreement', agreement);
    const refused = await editor.read<{ refusals: object[] }>(
      'DELETE',
      '/organisations/acme',
      undefined,
      422,
    );
    expect(refused.refusals).toEqual([{ field: '', refusal: 'has_records' }]);
    await putRecord('acme-agreement', { ...agreement, parties: [] }, 1);
    await editor.read('DELETE', '/organisations/acme');
  });
});

describe('likely duplicates', () => {
  it('are found by script, spaces, case, width and punctuation, public or not', async () => {
    await putBody('acme', acme);
    const similar = async (name: string, not = '') =>
      (
        await editor.read<{ organisations: { id: string }[] }>(
          'GET',
          `/organisations/similar?name=${encodeURIComponent(name)}${not && `&not=${not}`}`,
        )
      ).organisations.map(({ id }) => id);
    for (const name of [
      '昆明新材料技术公司',
      ' 昆明 新材料（技術）公司',
      'KUNMING NEW MATERIALS CO',
      'Ｋｕｎｍｉｎｇ　NewMaterials, Co.',
    ]) {
      expect(await similar(name), name).toEqual(['acme']);
    }
    expect(await similar('昆明新材料技术公司', 'acme')).toEqual([]);
    expect(await similar('昆明新材料')).toEqual([]);
    expect(await similar('…')).toEqual([]);
    const { names } = (await bodyOf('ittn')).content!;
    for (const name of Object.values(names)) expect(await similar(name)).toEqual(['ittn']);
  });
});

describe('a release', () => {
  it('takes all of it up, and leaves former releases as they were', async () => {
    const before = await told(at(4));
    await proposeAll();
    expect(await told(at(4))).toEqual(before);
    const pending = await reviewer.read<PendingAnswer>('GET', '/releases');
    expect(pending.register).toMatchObject({
      count: 5,
      organisations: 2,
      editors: [editor.name],
      own: false,
    });
    expect(pending.register.changes.map(({ key }) => key)).toEqual([
      ...['acme', 'ittn'],
      ...['meeting-2019-09-03', 'acme-agreement', 'roadshow-2024'],
    ]);
    expect(pending.register.changes[1]).toMatchObject({
      published: { country: 'CN' },
      content: { country: 'SG' },
    });
    const { n } = await publish({ seen: pending.seen });
    expect(await told(at(4))).toEqual(before);

    expect(await publicIds(`q=${encodeURIComponent('新材料')}`)).toEqual(['acme-agreement']);
    expect(await publicIds('q=zephyr')).toHaveLength(4);
    expect(await publicIds('country=SG')).toHaveLength(4);
    expect(await publicIds('')).not.toContain('roadshow-2024');
    await read('/api/v1/records/roadshow-2024', 404);
    const { record, history } = await read<RecordAnswer>('/api/v1/records/meeting-2019-09-03');
    expect(record.date).toBe('2019-09-04');
    expect(history.at(-1)).toMatchObject({ release: { n }, reason: 'late_data' });
    const found = await read<{ counted: number }>(
      '/api/v1/metrics/agreements-signed/records?year=2024',
    );
    expect(found.counted).toBe(18);
    expect(await staffKeys('pending=true')).toEqual([]);
    expect(await staffKeys('q=zephyr')).toHaveLength(4);
    // And once more: the next version of what has been published.
    await putBody('acme', { ...acme, country: 'RU' }, 1);
    await publish();
    expect(await publicIds('country=RU&q=new-materials')).toEqual(['acme-agreement']);
    expect(await told(at(4))).toEqual(before);
    // An id stays what it was.
    await put('/records/roadshow-2024', agreement, { version: 1, status: 422 });
  });

  it('is nowhere to be seen while it waits, and is withdrawn without a trace', async () => {
    await proposeAll();
    const before = await dump();
    const seen = await told([...views, ...at(4)]);
    const { n } = await publish({ publishAt: soon() });
    expect(await told([...views, ...at(4)])).toEqual(seen);
    for (const path of at(n)) expect((await ask(path)).status, path).toBe(404);
    const { entry } = await editor.read<RecordEntryAnswer>('GET', '/records/acme-agreement');
    expect(entry).toMatchObject({ pending: false, published: agreement });
    const late = { version: 1, content: { ...agreement, value: 1 } };
    const waiting = await editor.read('PUT', '/records/acme-agreement', late, 409);
    expect(waiting).toMatchObject({ code: 'release_waiting' });
    await reviewer.read('DELETE', `/releases/${n}`);
    expect(await dump()).toEqual(before);
    expect(await told([...views, ...at(4)])).toEqual(seen);
    expect(await staffKeys('q=new-materials')).toEqual(['acme-agreement']);
    expect(await publish()).toMatchObject({ n });
    expect(await publicIds(`q=zephyr&release=${n}`)).toHaveLength(4);
  });

  it('takes another person than who changed the register, and what they have seen', async () => {
    const author = await employ('reviewer');
    await author.read('PUT', '/organisations/acme', { version: 0, content: acme });
    const pending = await author.read<PendingAnswer>('GET', '/releases');
    expect(pending).toMatchObject({ register: { own: true }, obstacles: ['own_register'] });
    expect(await publish({}, 409, author)).toMatchObject({ obstacles: ['own_register'] });
    const { seen } = pending;
    await editor.read('PUT', '/records/acme-agreement', { version: 0, content: agreement });
    expect(await publish({ seen }, 409)).toMatchObject({ code: 'changed_since' });
    // What was discarded is nobody's.
    await editor.read('DELETE', '/records/acme-agreement');
    await author.read('DELETE', '/organisations/acme');
    expect(await publish({}, 409, author)).toMatchObject({ obstacles: ['nothing_to_publish'] });
  });
});

describe('a return', () => {
  it('says what the register holds beside each figure that counts it', async () => {
    await putBody('acme', acme);
    const parties = [
      ...agreement.parties,
      { role: 'counterparty' as const, organisation: 'ittn', person: null, position: null },
      { role: 'official' as const, organisation: null, person: { zh: '张三' }, position: null },
    ];
    await putRecord('acme-agreement', { ...agreement, parties });
    const signed = (await entryOf('signing-2024-technology-transfer')).content!;
    await putRecord('signing-2024-technology-transfer', {
      ...signed,
      parties: signed.parties.slice(1),
    });
    await putRecord('not-counted', {
      ...agreement,
      counted: false,
      note: { zh: '意向', en: 'Intent' },
    });
    await editor.read('POST', '/returns', { year: 2024 });
    const sheet = await readReturn(editor, 2024);
    const held = (metric: string) =>
      Object.fromEntries(
        metricOf(sheet, metric).cells.map((one) => [one.member, one.register!.count]),
      );
    expect(held('agreements-signed')).toMatchObject({
      '': 17 + 2 - 1,
      biomedicine: 8 + 2,
      'technology-transfer': signed.parties.length - 1,
      other: 0,
    });
    expect(held('meetings-held')['']).toBe(1);
    await save(editor, 2024, {
      metric: 'agreements-signed',
      member: 'biomedicine',
      content: say(7, because('As counted')),
    });
    const { changes } = await editor.read<Review>('GET', '/returns/2024/review');
    expect(changes).toMatchObject([{ after: { value: 7 }, register: { count: 10 } }]);
    expect(metricOf(sheet, 'people-trained').cells.every((one) => !('register' in one))).toBe(true);
  });

  it('counts a project in the year that it landed', async () => {
    const project: RecordContent = {
      ...{ ...agreement, kind: 'project', breakdown: 'field', member: 'other' },
      ...{ stage: 'landed', year: 2023, date: null, landedYear: 2024 },
    };
    await putBody('acme', acme);
    await putRecord('pilot', project);
    const held = async (year: number, metric: string) => {
      await editor.read('POST', '/returns', { year });
      const { cells } = metricOf(await readReturn(editor, year), metric);
      return cells.find(({ member }) => member === '')!.register!.count;
    };
    expect(await held(2023, 'projects-signed')).toBe(1);
    expect(await held(2024, 'projects-signed')).toBe(0);
    expect(await held(2024, 'projects-landed')).toBe(1);
    await publish();
    expect(await held(2024, 'projects-landed')).toBe(1);
  });
});

describe('how a metric counts', () => {
  const saveCount = (by: Colleague, key: string, content: object | null, status = 200) =>
    by.read<{ refusals: object[] }>(
      'PUT',
      `/catalogue/count/${key}`,
      { version: 0, content },
      status,
    );

  it('is a row of the catalogue, and counts in returns before it is public', async () => {
    const admin = await employ('admin');
    await putBody('acme', acme);
    const panel: RecordContent = {
      ...{ ...agreement, kind: 'programme', breakdown: null, member: null },
      parties: [{ role: 'panellist', organisation: 'acme', person: null, position: null }],
    };
    await putRecord('panel', panel);
    const how = { kind: 'programme', role: 'panellist', landed: false };
    const preview = await editor.read<CountPreview>(
      'GET',
      '/catalogue/counts?kind=programme&role=panellist',
    );
    expect(preview.years.filter(({ count }) => count > 0)).toEqual([{ year: 2024, count: 1 }]);
    await saveCount(admin, 'people-trained', how);
    await editor.read('POST', '/returns', { year: 2024 });
    const [cell] = metricOf(await readReturn(editor, 2024), 'people-trained').cells;
    expect(cell!.register).toEqual({ count: 1, openEnded: false, source: agreement.source });
    await read('/api/v1/metrics/people-trained/records?year=2024', 404);
    const { n } = await publish();
    const path = `/api/v1/metrics/people-trained/records?year=2024&release=${n}`;
    expect(await read(path)).toMatchObject({ counted: 1, records: [{ id: 'panel' }] });
    await read(path.replace(`release=${n}`, 'release=4'), 404);
  });

  it('names a metric, and keeps what records rest on', async () => {
    const admin = await employ('admin');
    const how = { kind: 'meeting', role: null, landed: true };
    expect(await saveCount(admin, 'people-trained', how, 422)).toMatchObject({
      refusals: [{ field: 'landed', refusal: 'landed_of_projects' }],
    });
    expect(await saveCount(admin, 'nothing', { ...how, landed: false }, 422)).toMatchObject({
      refusals: [{ field: 'key', refusal: 'unknown_metric' }],
    });
    await putBody('acme', acme);
    const content = { kind: 'official', titles: { zh: '公报', en: 'Bulletin' } };
    const blank = { publisher: null, publishedOn: null, url: null };
    await editor.read('PUT', '/sources/bulletin', {
      version: 0,
      content: { ...content, ...blank },
    });
    await putRecord('acme-agreement', { ...agreement, source: 'bulletin' });
    const refused = { refusals: [{ field: '', refusal: 'records_rest_on_it' }] };
    const discard = (status?: number) =>
      admin.read('DELETE', '/catalogue/source/bulletin', undefined, status);
    expect(await discard(422)).toMatchObject(refused);
    await editor.read('DELETE', '/records/acme-agreement');
    await discard();
  });
});

describe('a merge', () => {
  it('moves every record, each told by itself, and can be taken back by the trail', async () => {
    await putBody('acme', acme);
    const named = await publicIds('organisation=ittn');
    const whole = await dump();
    await editor.read('POST', '/organisations/ittn/merge', { into: 'ittn' }, 422);
    await editor.read('POST', '/organisations/ittn/merge', { into: 'nobody' }, 404);
    const { records } = await editor.read<{ records: string[] }>(
      'POST',
      '/organisations/ittn/merge',
      { into: 'acme' },
    );
    expect(records.toSorted()).toEqual(named.toSorted());
    expect((await staffKeys('organisation=acme')).toSorted()).toEqual(named.toSorted());
    expect(await staffKeys('organisation=ittn')).toEqual([]);
    const list = await editor.read<OrganisationsListAnswer>('GET', '/organisations?pending=true');
    expect(list.organisations.map(({ id, withdrawn }) => [id, withdrawn]).toSorted()).toEqual([
      ['acme', false],
      ['ittn', true],
    ]);
    const { entries } = await editor.read<AuditAnswer>('GET', '/audit');
    const merge = entries.slice(0, named.length + 1);
    expect(merge.map(({ action }) => action)).toEqual([
      'organisations_merged',
      ...named.map(() => 'register_saved'),
    ]);

    // By what stands before each in the trail, the organisation first.
    for (const { subject, before } of merge) {
      const [kind, key] = subject!.split(' ');
      await put(`/${kind}s/${key}`, before, { version: 1 });
    }
    const withoutDrafts = ({ register_draft: _, ...rest }: Record<string, unknown[]>) => rest;
    expect(withoutDrafts(await dump())).toEqual(withoutDrafts(whole));
    expect(await staffKeys('pending=true')).toEqual([]);

    await editor.read('POST', '/organisations/ittn/merge', { into: 'acme' });
    await publish();
    expect((await publicIds('q=new-materials')).toSorted()).toEqual(named.toSorted());
    await read('/api/v1/organisations/ittn', 404);
    expect((await publicIds('organisation=ittn&release=4')).toSorted()).toEqual(named.toSorted());
  });

  it('takes one that was never public away, and names nobody twice', async () => {
    await putBody('acme', acme);
    await putBody('acme-too', acme);
    const [party] = agreement.parties;
    const parties = [party!, { ...party!, organisation: 'acme-too' }];
    await putRecord('acme-agreement', { ...agreement, parties });
    await editor.read('POST', '/organisations/acme-too/merge', { into: 'acme' });
    expect((await entryOf('acme-agreement')).content!.parties).toEqual([party]);
    await editor.read('GET', '/organisations/acme-too', undefined, 404);
    const author = await employ('reviewer');
    await author.read('PUT', '/organisations/acme-too', { version: 0, content: acme });
    await author.read('POST', '/organisations/acme-too/merge', { into: 'acme' });
    expect(await publish({}, 200, author)).toMatchObject({ n: 5 });
  });
});
