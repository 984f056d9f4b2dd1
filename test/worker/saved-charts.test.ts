import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditAnswer } from '../../schema/staff/audit.ts';
import type { ChartsAnswer, StaffChart } from '../../schema/staff/charts.ts';
import type { SavedChart } from '../../schema/saved-charts.ts';
import { ask, database, prepareRecord, read } from './record.ts';
import { employ, type Colleague } from './staff.ts';

let editor: Colleague;
let reviewer: Colleague;
let admin: Colleague;

beforeAll(async () => {
  await prepareRecord('facts');
  editor = await employ('editor', 'Editor Wang');
  reviewer = await employ('reviewer', 'Reviewer Li');
  admin = await employ('admin', 'Admin Zhao');
  // The staff's half is loaded when it is first asked for, which takes a while.
  await editor.read('GET', '/charts');
});

interface Told {
  status: number;
  code: string;
  refusals?: { field: string; refusal: string }[];
  chart?: StaffChart | null;
}

const shares = {
  version: 0,
  metric: 'agreements-signed',
  query: 'show=share&from=2020',
  titles: { zh: '三类领域各占多少', en: 'Who signs with the Center' },
  notes: { en: 'Counted per named counterparty.' },
};
const save = (name: string, change: object = {}, by = editor) =>
  by.read<StaffChart>('PUT', `/charts/${name}`, { ...shares, ...change });
const fail = (name: string, change: object, status: number) =>
  editor.read<Told>('PUT', `/charts/${name}`, { ...shares, ...change }, status);

describe('PUT /api/v1/staff/charts/{name}', () => {
  it('saves a view, for everyone to read at once', async () => {
    const saved = await save('shares-of-domains');
    expect(saved).toMatchObject({ version: 1, editedBy: 'Editor Wang', query: shares.query });
    const { version: _, ...told } = { name: 'shares-of-domains', ...shares };
    expect(await read<SavedChart>('/api/v1/charts/shares-of-domains')).toEqual(told);
    const { charts } = await read<{ charts: SavedChart[] }>('/api/v1/charts');
    expect(charts).toContainEqual(told);
  });

  it('keeps the parameters in their order, and the id of the breakdown as all its members', async () => {
    const { query } = await save('in-order', { query: 'to=2024&type=line&by=domain&from=2019' });
    expect(query).toBe('by=members&type=line&from=2019&to=2024');
  });

  it('refuses a save on a version that was replaced, and gives what is there', async () => {
    const first = await save('two-people');
    const theirs = await save('two-people', { version: 1, titles: { en: 'Theirs' } }, reviewer);
    const told = await fail('two-people', { version: first.version, titles: { en: 'Mine' } }, 409);
    expect(told).toMatchObject({ code: 'edit_conflict', chart: theirs });
    expect(told.chart).toMatchObject({ editedBy: 'Reviewer Li', titles: { en: 'Theirs' } });
    const again = await save('two-people', { version: 2, titles: { en: 'Mine' } });
    expect(again.version).toBe(3);
  });

  it('writes nothing where nothing changes', async () => {
    await save('the-same');
    const { entries } = await editor.read<AuditAnswer>('GET', '/audit?limit=1');
    expect((await save('the-same', { version: 1 })).version).toBe(1);
    const later = await editor.read<AuditAnswer>('GET', '/audit?limit=1');
    expect(later.entries).toEqual(entries);
  });

  it.each(['ab', 'Agreements', 'a b', 'a--b', '-ab', 'a.svg', 'x'.repeat(61), '协议'])(
    'refuses the name %s',
    async (name) => {
      const { refusals } = await fail(encodeURIComponent(name), {}, 422);
      expect(refusals).toEqual([{ field: 'name', refusal: 'bad_name' }]);
    },
  );

  it('refuses a name that an address of the staff stands for', async () => {
    const { refusals } = await fail('new', {}, 422);
    expect(refusals).toEqual([{ field: 'name', refusal: 'name_reserved' }]);
  });

  it.each([
    ['release=3', 'release', 'not_of_view'],
    ['as_of=2025-03-01', 'as_of', 'not_of_view'],
    ['lang=en', 'lang', 'not_of_view'],
    ['theme=dark&width=300', 'theme', 'not_of_view'],
    ['view=table', 'view', 'not_of_view'],
    ['from=2020&from=2021', 'from', 'twice'],
    ['show=everything', 'show', 'impossible'],
    ['by=kind', 'by', 'impossible'],
    ['show=share&by=total', 'by', 'impossible'],
    ['show=change&type=line', 'type', 'impossible'],
    ['from=20', 'from', 'bad_year'],
    ['from=2017', 'from', 'bad_year'],
    ['to=2150', 'to', 'bad_year'],
    ['from=2024&to=2019', 'to', 'years_reversed'],
  ])('refuses the view %s', async (query, field, refusal) => {
    const { refusals } = await fail('wrong-view', { query }, 422);
    expect(refusals).toContainEqual({ field, refusal });
  });

  it('refuses shares of a metric without a breakdown, and a metric that is not there', async () => {
    const { refusals } = await fail('no-parts', { metric: 'people-trained' }, 422);
    expect(refusals).toEqual([{ field: 'show', refusal: 'impossible' }]);
    const nowhere = await fail('no-parts', { metric: 'nothing', query: '' }, 422);
    expect(nowhere.refusals).toEqual([{ field: 'metric', refusal: 'unknown_metric' }]);
  });

  it('keeps hostile words as words, and refuses those that turn or break a line', async () => {
    const titles = { en: `<script>alert(1)</script> "&' ]]> ${'{{7*7}}'}` };
    expect((await save('hostile', { titles })).titles).toEqual(titles);
    for (const text of ['a\u202eb', 'a\nb', 'a\u2029b']) {
      const { refusals } = await fail('hostile', { version: 1, titles: { en: text } }, 422);
      expect(refusals).toEqual([{ field: 'titles.en', refusal: 'bad_text' }]);
    }
    const long = await fail('hostile', { version: 1, notes: { zh: '长'.repeat(501) } }, 422);
    expect(long.refusals).toEqual([{ field: 'notes.zh', refusal: 'too_long' }]);
  });

  it('tells each change in the trail', async () => {
    await save('in-the-trail');
    await save('in-the-trail', { version: 1, titles: {} });
    const { entries } = await editor.read<AuditAnswer>('GET', '/audit?limit=1');
    const { version: _, ...before } = shares;
    expect(entries[0]).toMatchObject({
      action: 'chart_saved',
      subject: 'c/in-the-trail',
      metric: 'agreements-signed',
      restorable: false,
      before,
      after: { ...before, titles: {} },
    });
  });
});

describe('DELETE /api/v1/staff/charts/{name}', () => {
  it('says that the chart was withdrawn, and gives its name to no other metric', async () => {
    await save('gone-away');
    await reviewer.read('DELETE', '/charts/gone-away');
    const told = await read<Told>('/api/v1/charts/gone-away', 410);
    expect(told.code).toBe('chart_withdrawn');
    await reviewer.read('DELETE', '/charts/gone-away', undefined, 404);

    const other = { metric: 'meeting-participants', query: '' };
    const { refusals } = await fail('gone-away', other, 422);
    expect(refusals).toEqual([{ field: 'name', refusal: 'name_used' }]);
    const stale = await fail('gone-away', { version: 1 }, 409);
    expect(stale.chart).toBeNull();

    // A version is never given again: who still sees the first cannot overwrite the second.
    expect((await save('gone-away')).version).toBe(3);
    await read('/api/v1/charts/gone-away');
  });

  it('keeps a chart with its metric', async () => {
    await save('stays-itself');
    const other = { version: 1, metric: 'meeting-participants', query: '' };
    const { refusals } = await fail('stays-itself', other, 422);
    expect(refusals).toEqual([{ field: 'metric', refusal: 'metric_fixed' }]);
  });
});

describe('GET /api/v1/staff/charts', () => {
  it('gives where each chart is used, and what there can be charts of', async () => {
    await save('used-elsewhere');
    const today = new Date().toISOString().slice(0, 10);
    await database
      .prepare(`insert into embed_use (day, host, chart, count) values (?1, 'example.org', ?2, 7)`)
      .bind(today, 'c/used-elsewhere')
      .run();
    const { charts, metrics, years } = await editor.read<ChartsAnswer>('GET', '/charts');
    const found = charts.find(({ name }) => name === 'used-elsewhere');
    expect(found?.uses).toMatchObject([{ host: 'example.org', days30: 7 }]);
    expect(metrics.find(({ id }) => id === 'agreements-signed')).toMatchObject({ public: true });
    expect(years.first).toBe(2018);
  });
});

describe('a saved chart of a metric that is not public', () => {
  it('is not found, whatever became of it', async () => {
    await admin.read('PUT', '/catalogue/metric/patents-filed', {
      version: 0,
      content: {
        ...{ group: 'projects', position: 99, breakdown: null, additive: true, direction: 'up' },
        ...{ decimals: 0, names: { zh: '专利', en: 'Patents' }, lastYear: null },
        definitions: { zh: '专利申请', en: 'Patents filed' },
        units: { zh: { other: '件' }, en: { one: 'patent', other: 'patents' } },
      },
    });
    await save('patents', { metric: 'patents-filed', query: '' });
    expect((await read<Told>('/api/v1/charts/patents', 404)).code).toBe('not_found');
    const { charts } = await read<{ charts: SavedChart[] }>('/api/v1/charts');
    expect(charts.map(({ name }) => name)).not.toContain('patents');
    await reviewer.read('DELETE', '/charts/patents');
    await read('/api/v1/charts/patents', 404);
  });
});

describe('what is kept of a saved chart', () => {
  it('is asked for again, and changes with its words, at once', async () => {
    await save('kept');
    const path = '/api/v1/charts/kept';
    const first = await ask(path);
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
    expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(304);

    await save('kept', { version: 1, titles: { en: 'Another title' } });
    const second = await ask(path, { headers: { 'if-none-match': etag } });
    expect(second.status).toBe(200);
    expect(await second.json()).toMatchObject({ titles: { en: 'Another title' } });

    await reviewer.read('DELETE', '/charts/kept');
    expect((await ask(path, { headers: { 'if-none-match': etag } })).status).toBe(410);
    await save('kept', { titles: { en: 'Back again' } });
    const last = await ask(path, { headers: { 'if-none-match': etag } });
    expect(await last.json()).toMatchObject({ titles: { en: 'Back again' } });
  });

  it('is not kept where all charts are listed', async () => {
    const answer = await ask('/api/v1/charts');
    expect(answer.headers.get('cache-control')).toBe('public, no-cache');
    expect(answer.headers.get('etag')).toBeNull();
  });
});
