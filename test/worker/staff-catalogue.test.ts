import { beforeAll, describe, expect, it } from 'vitest';
import type { Metric } from '../../schema/answers.ts';
import type { CatalogueAnswer, CatalogueEntry } from '../../schema/staff/catalogue.ts';
import { insertRows } from '../../worker/queries/staff/insert.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { draft } from '../../schema/staff/tables.ts';
import { database, prepareRecord, read } from './record.ts';
import { employ, type Colleague } from './staff.ts';

type Refused = { code: string; refusals: { field: string; refusal: string; years?: number[] }[] };

const names = { zh: '许可', en: 'Licences' };
const metric = {
  ...{ group: 'projects', position: 5, breakdown: null, additive: true, direction: 'up' },
  ...{ decimals: 0, names, definitions: { zh: '口径', en: 'All of them' }, lastYear: null },
  units: { zh: { other: '件' }, en: { one: 'licence', other: 'licences' } },
};
const member = { position: 0, colour: 0, names, lastYear: null };

let admin: Colleague;
let editor: Colleague;

const put = (path: string, content: unknown, version = 0) =>
  admin.read<CatalogueEntry>('PUT', `/catalogue/${path}`, { version, content });
const refusalsOf = async (path: string, content: unknown, version = 0) => {
  const body = { version, content };
  const { code, refusals } = await admin.read<Refused>('PUT', `/catalogue/${path}`, body, 422);
  expect(code).toBe('refused');
  return refusals.map(({ field, refusal, years }) => [field, refusal, ...(years ?? [])]);
};
const entryOf = async (kind: string, key: string) => {
  const { entries } = await editor.read<CatalogueAnswer>('GET', '/catalogue');
  return entries.find((one) => one.kind === kind && one.key === key);
};
/** The content of a public row with some of it changed. */
const changed = async (kind: string, key: string, change: object) => ({
  ...(await entryOf(kind, key))!.content,
  ...change,
});
const lastAudit = () =>
  database.prepare('select * from audit order by n desc limit 1').first<Record<string, unknown>>();

beforeAll(async () => {
  await prepareRecord('facts');
  admin = await employ('admin', 'Ada');
  editor = await employ('editor');
  // Reads the staff's half once: it is loaded when it is first asked for.
  await editor.read('GET', '/catalogue');
});

describe('PUT /api/v1/staff/catalogue/{kind}/{key}', () => {
  it('proposes a metric with its breakdown, and leaves what is public as it is', async () => {
    await put('breakdown/licensee', { names });
    await put('member/licensee~company', member);
    const made = await put('metric/licences', { ...metric, breakdown: 'licensee' });
    expect(made).toMatchObject({ version: 1, published: null, pending: true, editedBy: 'Ada' });
    expect(await entryOf('metric', 'licences')).toEqual(made);
    const { metrics } = await read<{ metrics: Metric[] }>('/api/v1/metrics');
    expect(metrics.map(({ id }) => id)).not.toContain('licences');
  });

  it('tells the trail what was and what is to be', async () => {
    const content = await changed('metric', 'licences', { decimals: 2 });
    await put('metric/licences', content, 1);
    const told = await lastAudit();
    expect(told).toMatchObject({
      action: 'catalogue_saved',
      subject: 'metric licences',
      metric: 'licences',
      name: 'Ada',
    });
    expect(JSON.parse(told!['before'] as string)).toMatchObject({ decimals: 0 });
    expect(JSON.parse(told!['after'] as string)).toEqual(content);
  });

  it('refuses a save on a version that someone replaced, and shows theirs', async () => {
    const body = { version: 1, content: metric };
    const problem = await admin.read<{ code: string; entry: CatalogueEntry }>(
      'PUT',
      '/catalogue/metric/licences',
      body,
      409,
    );
    expect(problem.code).toBe('edit_conflict');
    expect(problem.entry).toMatchObject({ version: 2, content: { decimals: 2 } });
  });

  it('proposes nothing where all is as it is public', async () => {
    const before = await lastAudit();
    const same = await changed('metric', 'meetings-held', {});
    expect(await put('metric/meetings-held', same)).toMatchObject({ version: 0, pending: false });
    expect(await lastAudit()).toEqual(before);

    await put('metric/meetings-held', { ...same, direction: 'none' });
    expect(await put('metric/meetings-held', same, 1)).toMatchObject({ pending: false });
    expect(await lastAudit()).toMatchObject({ action: 'catalogue_discarded' });
  });

  it('asks for both languages, and for a unit in each', async () => {
    const one = { ...metric, names: { en: 'Only' }, units: { en: { other: 'licences' } } };
    expect(await refusalsOf('metric/only', one)).toEqual([
      ['names.zh', 'text_missing'],
      ['units.zh.other', 'text_missing'],
    ]);
    const problem = await admin.ask('PUT', '/catalogue/metric/only', {
      version: 0,
      content: { ...metric, decimals: 'two' },
    });
    expect(problem.status).toBe(400);
    expect(await problem.json()).toMatchObject({ fields: [{ field: 'decimals' }] });
  });

  it.each([
    ['metric/Bad Id', metric, [['key', 'bad_id']]],
    ['member/licensee~not-broken-down', member, [['key', 'id_reserved']]],
    ['member/nothing~company', member, [['key', 'unknown_breakdown']]],
    [
      'metric/other',
      { ...metric, group: 'no', breakdown: 'no' },
      [
        ['group', 'unknown_group'],
        ['breakdown', 'unknown_breakdown'],
      ],
    ],
    ['break/licences~2017', { reasons: names }, [['key', 'outside_record']]],
    ['break/nothing~2024', { reasons: names }, [['key', 'unknown_metric']]],
    [
      'target/licences~2025',
      { value: 1.234, source: 'no' },
      [
        ['value', 'too_many_decimals'],
        ['source', 'unknown_source'],
      ],
    ],
    [
      'target/licences~2025',
      { value: -1, source: 'no' },
      [
        ['value', 'negative'],
        ['source', 'unknown_source'],
      ],
    ],
    ['group/projects', null, [['', 'in_use']]],
    ['metric/agreements-signed', null, [['', 'has_figures', 2024]]],
  ])('refuses %s', async (path, content, expected) => {
    expect(await refusalsOf(path, content)).toEqual(expected);
  });

  it('keeps published figures what they are', async () => {
    const agreements = (change: object) => changed('metric', 'agreements-signed', change);
    const path = 'metric/agreements-signed';
    expect(await refusalsOf(path, await agreements({ breakdown: 'licensee' }))).toEqual([
      ['breakdown', 'breakdown_fixed', 2024],
    ]);
    expect(await refusalsOf(path, await agreements({ additive: false }))).toEqual([
      ['additive', 'additive_fixed', 2024],
    ]);
    expect(await refusalsOf(path, await agreements({ lastYear: 2023 }))).toEqual([
      ['lastYear', 'figures_after_last_year', 2024],
    ]);
    expect(await refusalsOf(path, await agreements({ lastYear: 2017 }))).toContainEqual([
      'lastYear',
      'before_founding',
    ]);
    const domain = await changed('member', 'domain~biomedicine', { lastYear: 2023 });
    expect(await refusalsOf('member/domain~biomedicine', domain)).toEqual([
      ['lastYear', 'figures_after_last_year', 2024],
    ]);
    await database
      .prepare(
        `update figure set value = 8.5 where metric = 'agreements-signed' and member = 'biomedicine'`,
      )
      .run();
    expect(await refusalsOf(path, await agreements({ decimals: 0 }))).toEqual([
      ['decimals', 'decimals_below_values', 2024],
    ]);
  });

  it('does not give the id of something withdrawn to something else', async () => {
    await database
      .prepare(
        `insert into metric select 'former', 1, 1, group_id, 9, null, additive, direction, decimals, names,
           definitions, units, null from metric limit 1`,
      )
      .run();
    expect(await refusalsOf('metric/former', metric)).toEqual([['key', 'id_taken']]);
  });
});

describe('DELETE /api/v1/staff/catalogue/{kind}/{key}', () => {
  const discard = (path: string, status: number) =>
    admin.read<CatalogueEntry & Refused>('DELETE', `/catalogue/${path}`, undefined, status);

  it('goes back to what is public', async () => {
    const content = await changed('group', 'projects', { names });
    await put('group/projects', content);
    const entry = await discard('group/projects', 200);
    expect(entry).toMatchObject({ version: 0, pending: false });
    expect(entry.content).toEqual(entry.published);
    expect(await entryOf('group', 'projects')).toEqual(entry);
    await discard('group/projects', 404);
  });

  it('is refused where drafts or other changes rest on it', async () => {
    const db = openStaffDb(database);
    const cell = { metric: 'licences', member: 'company', year: 2025 };
    const content = { value: 1.25, qualifier: 'exact', status: 'A', source: null, note: null };
    const by = { editedBy: editor.id, editedAt: new Date().toISOString() };
    const edited = { version: 1, fromRegister: null, ...by };
    const [insert] = insertRows(db, draft, [
      { ...cell, ...edited, content: content as typeof draft.$inferSelect.content },
    ]);
    await db.batch([insert!]);

    for (const path of ['metric/licences', 'member/licensee~company']) {
      const { refusals } = await discard(path, 422);
      expect(refusals).toEqual([{ field: '', refusal: 'drafts_depend', years: [2025] }]);
    }
    expect((await discard('breakdown/licensee', 422)).refusals).toEqual([
      { field: '', refusal: 'in_use' },
    ]);
    const other = await changed('metric', 'licences', { decimals: 1 });
    expect(await refusalsOf('metric/licences', other, 2)).toEqual([
      ['decimals', 'drafts_depend', 2025],
    ]);

    await database.prepare('delete from draft').run();
    await discard('metric/licences', 200);
    await discard('member/licensee~company', 200);
    await discard('breakdown/licensee', 200);
    expect(await entryOf('metric', 'licences')).toBeUndefined();
  });
});

describe('PUT /api/v1/staff/sources/{key}', () => {
  const source = {
    kind: 'official',
    titles: { zh: '年报', en: 'Annual report' },
    publisher: null,
    publishedOn: '2025-01-05',
    url: 'https://example.org/report',
  };

  it('lets an editor add what figures and targets rest on', async () => {
    const body = { version: 0, content: source };
    await editor.read('PUT', '/sources/annual-report', body);
    await put('target/agreements-signed~2025', { value: 20, source: 'annual-report' });
    const refused = await editor.read<Refused>(
      'PUT',
      '/sources/annual-report',
      { version: 1, content: null },
      422,
    );
    expect(refused.refusals).toEqual([{ field: '', refusal: 'nothing_to_withdraw' }]);
    const left = await admin.read<Refused>(
      'DELETE',
      '/catalogue/source/annual-report',
      undefined,
      422,
    );
    expect(left.refusals).toEqual([{ field: '', refusal: 'in_use' }]);
  });

  it('takes no address that a browser would not open', async () => {
    for (const url of ['javascript:alert(1)', 'example.org', 'ftp://example.org'])
      await editor.read('PUT', '/sources/bad', { version: 0, content: { ...source, url } }, 400);
  });
});
