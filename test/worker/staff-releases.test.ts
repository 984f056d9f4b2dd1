import { reset } from 'cloudflare:test';
import { getTableName } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Change, History, Metric, Overview, ReleaseRef } from '../../schema/answers.ts';
import type { CatalogueAnswer } from '../../schema/staff/catalogue.ts';
import type { PendingAnswer, Review } from '../../schema/staff/releases.ts';
import type { CellContent } from '../../schema/staff/words.ts';
import { publishedTables } from '../../worker/queries/staff/published-tables.ts';
import { ask, database, prepareRecord, read } from './record.ts';
import { employ, type Colleague } from './staff.ts';

const year = 2024;
const notes = { zh: '年度更正', en: 'Corrections of the year' };
const soon = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

const says = (value: number, changes: object = {}): CellContent => ({
  value,
  qualifier: 'exact',
  status: 'A',
  source: null,
  note: { zh: '据报表', en: 'As the return says' },
  ...changes,
});

const cell = (metric: string, member: string, content: CellContent | null, version = 0) => ({
  metric,
  member,
  version,
  content,
});

const body = (changes: object = {}) => ({
  years: [{ year, complete: true }],
  reason: 'late_data',
  notes,
  publishAt: null,
  ...changes,
});

let editor: Colleague;
let reviewer: Colleague;

beforeEach(async () => {
  await reset();
  await prepareRecord('samples');
  editor = await employ('editor');
  reviewer = await employ('reviewer');
});

/** A return of 2024 in review: a new figure, a changed one, and one that was withdrawn. */
async function submit(by = editor): Promise<void> {
  await by.read('POST', '/returns', { year });
  await by.read('PUT', `/returns/${year}/cells`, {
    cells: [
      cell('people-trained', '', says(120)),
      cell('projects-signed', '', says(25)),
      cell('agreements-signed', 'technology-transfer', says(4)),
      cell('meeting-participants', '', { withdrawn: true, note: { en: 'Counted elsewhere' } }),
    ],
  });
  await by.read('POST', `/returns/${year}/submit`);
}

const publish = (changes: object = {}, status = 200) =>
  reviewer.read<{ n: number; publishedAt: string; code: string; obstacles: string[] }>(
    'POST',
    '/releases',
    body(changes),
    status,
  );

/** All that is published, row by row. */
async function dump(): Promise<Record<string, unknown[]>> {
  const names = ['release', ...publishedTables.map(({ table }) => getTableName(table))];
  const tables = names.map(async (name) => {
    const { results } = await database.prepare(`select * from "${name}" order by 1, 2, 3`).all();
    return [name, results] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
}

const views = (n: number) => [
  `/api/v1/overview?by=members&release=${n}`,
  `/api/v1/years/${year}?release=${n}`,
  `/api/v1/figures/agreements-signed/${year}/history?release=${n}&member=technology-transfer`,
  `/api/v1/metrics/people-trained/figures.csv?release=${n}`,
  `/api/v1/releases/${n}/changes`,
];

/** Every address of the public API that is read, with something that there is in its gaps. */
async function publicPaths(): Promise<string[]> {
  const gaps: Record<string, string | number> = {
    ...{ id: 'people-trained', metric: 'people-trained', year, n: 5 },
    file: 'figures.csv',
  };
  const { paths } = await read<{ paths: Record<string, object> }>('/api/v1/openapi.json');
  return Object.entries(paths)
    .filter(([path, methods]) => 'get' in methods && !path.startsWith('/api/v1/staff/'))
    .map(([path]) => path.replace(/\{(\w+)\}/g, (_, gap: string) => String(gaps[gap] ?? 'none')));
}

let asked = 0;

/** The bodies of public answers, made anew each time: the address differs in an empty parameter, so no cache has it. */
async function textsOf(paths: string[]): Promise<string[]> {
  asked += 1;
  return Promise.all(
    paths.map(async (path) => {
      const answer = await ask(path + (path.includes('?') ? '' : '?') + '&'.repeat(asked));
      // Each problem has an id of its own.
      const text = (await answer.text()).replace(/"requestId":"[^"]*"/, '');
      return `${answer.status} ${text}`;
    }),
  );
}

describe('POST /api/v1/staff/releases', () => {
  it('makes a return public, by way of a second look', async () => {
    const before = await textsOf(views(5));
    await submit();
    await reviewer.read('POST', `/returns/${year}/send-back`, {
      message: 'Look at the training again',
      comments: [{ metric: 'people-trained', member: '', text: 'By which list?' }],
    });
    const back = await editor.read<Review>('GET', `/returns/${year}/review`);
    expect(back).toMatchObject({ state: 'sent_back', message: 'Look at the training again' });
    expect(back.changes.find(({ metric }) => metric === 'people-trained')?.comments).toMatchObject([
      { text: 'By which list?', by: reviewer.name },
    ]);
    await editor.read('PUT', `/returns/${year}/cells`, {
      cells: [cell('people-trained', '', says(118), 1)],
    });
    await editor.read('POST', `/returns/${year}/submit`);

    const pending = await reviewer.read<PendingAnswer>('GET', '/releases');
    expect(pending).toMatchObject({ next: 6, waiting: null, obstacles: [] });
    expect(pending.returns[0]).toMatchObject({ year, submittedBy: editor.name, obstacles: [] });
    const { n, publishedAt } = await publish();
    expect(n).toBe(6);

    const { releases } = await read<{ releases: ReleaseRef[] }>('/api/v1/releases');
    expect(releases[0]).toEqual({ n, publishedAt, reason: 'late_data', notes, onePerson: false });
    const { changes, sources } = await read<{ changes: Change[]; sources: { id: string }[] }>(
      `/api/v1/releases/${n}/changes`,
    );
    const told = changes.map(({ metric, member, before, after }) => [
      metric,
      member,
      before && [before.value, before.sample],
      after && [after.value, after.sources[0], after.reason],
    ]);
    expect(told).toContainEqual([
      'agreements-signed',
      'technology-transfer',
      [5, false],
      [4, 'return-2024', 'late_data'],
    ]);
    expect(told).toContainEqual(['meeting-participants', null, [95, false], null]);
    expect(told).toContainEqual([
      'people-trained',
      null,
      [expect.any(Number), true],
      [118, 'return-2024', 'late_data'],
    ]);
    expect(sources).toContainEqual(
      expect.objectContaining({
        id: 'return-2024',
        kind: 'register',
        titles: { zh: '2024年度报表', en: 'Return for 2024' },
      }),
    );
    const overview = await read<Overview>('/api/v1/overview?year=2024');
    const trained = overview.metrics.find(({ figures }) => figures.metric.id === 'people-trained');
    expect(trained?.headline.point).toMatchObject({ value: 118, sample: false });
    const history = await read<History>(
      `/api/v1/figures/agreements-signed/${year}/history?member=technology-transfer`,
    );
    expect(history.versions.at(-1)).toMatchObject({ release: { n }, version: { value: 4 } });

    expect(await textsOf(views(5))).toEqual(before);
    const sheet = await editor.read<{ state: string; release: number }>('GET', `/returns/${year}`);
    expect(sheet).toMatchObject({ state: 'published', release: 6 });
  });

  it('takes a correction of what it published as a release of its own', async () => {
    await submit();
    await publish();
    await editor.read('POST', '/returns', { year });
    const { metrics } = await editor.read<{
      metrics: { id: string; cells: { member: string; draft: { version: number } | null }[] }[];
    }>('GET', `/returns/${year}`);
    const version = metrics.find(({ id }) => id === 'people-trained')!.cells[0]!.draft!.version;
    await editor.read('PUT', `/returns/${year}/cells`, {
      cells: [cell('people-trained', '', says(121), version)],
    });
    await editor.read('POST', `/returns/${year}/submit`);
    await publish({ reason: 'correction' });
    const { changes } = await read<{ changes: Change[] }>('/api/v1/releases/7/changes');
    expect(changes).toMatchObject([
      { metric: 'people-trained', before: { value: 120 }, after: { value: 121 } },
    ]);
    const { versions } = await read<History>(`/api/v1/figures/people-trained/${year}/history`);
    expect(versions.map(({ release, version }) => [release.n, version?.value])).toEqual([
      [5, expect.any(Number)],
      [6, 120],
      [7, 121],
    ]);
  });

  it('publishes all or nothing', async () => {
    await submit();
    const before = await dump();
    await database
      .prepare(
        `create trigger fails before insert on closed_year begin select raise(abort, 'full'); end`,
      )
      .run();
    // 2024 is closed by the sample release; a year that is not has a row to insert.
    await database.prepare('delete from closed_year where year = 2024').run();
    const answer = await reviewer.ask('POST', '/releases', body());
    expect(answer.status).toBe(500);
    const after = await dump();
    expect({ ...after, closed_year: null }).toEqual({ ...before, closed_year: null });
    const { state } = await editor.read<{ state: string }>('GET', `/returns/${year}`);
    expect(state).toBe('submitted');
    await database.prepare('drop trigger fails').run();
    expect((await publish()).n).toBe(6);
  });

  it('takes the changes of the catalogue that wait with it', async () => {
    const admin = await employ('admin');
    const group = { position: 0, names: { zh: '会议活动', en: 'Gatherings' } };
    await admin.read('PUT', '/catalogue/group/meetings', { version: 0, content: group });
    const source = {
      kind: 'official',
      titles: { zh: '年度报告', en: 'Annual report' },
      publisher: null,
    };
    const content = { ...source, publishedOn: '2025-02-01', url: null };
    await admin.read('PUT', '/sources/annual-2024', { version: 0, content });
    const target = { value: 20, source: 'annual-2024' };
    await admin.read('PUT', '/catalogue/target/people-trained~2024', {
      version: 0,
      content: target,
    });
    const before = await dump();
    await publish({ years: [], reason: 'definition_change' });
    const { groups, metrics } = await read<Overview>('/api/v1/overview?year=2024');
    expect(groups.find(({ id }) => id === 'meetings')?.names.en).toBe('Gatherings');
    const trained = metrics.find(({ figures }) => figures.metric.id === 'people-trained');
    expect(trained?.headline.target).toMatchObject({ value: 20, source: 'annual-2024' });
    const old = await read<Overview>('/api/v1/overview?year=2024&release=5');
    expect(old.groups.find(({ id }) => id === 'meetings')?.names.en).not.toBe('Gatherings');
    expect(await reviewer.read('GET', '/releases')).toMatchObject({ catalogue: [] });
    expect((await dump())['figure']).toEqual(before['figure']);
  });

  it('carries an order, a break and what is retired, and leaves former releases as they were', async () => {
    const admin = await employ('admin');
    const { entries } = await admin.read<CatalogueAnswer>('GET', '/catalogue');
    const put = (kind: string, key: string, change: object) => {
      const content = entries.find((entry) => entry.kind === kind && entry.key === key)?.content;
      const body = { version: 0, content: { ...content, ...change } };
      return admin.read('PUT', `/catalogue/${kind}/${key}`, body);
    };
    const former = await read<Overview>('/api/v1/overview?release=5');
    await put('group', 'talent', { position: 0 });
    await put('group', 'meetings', { position: 9 });
    await put('member', 'domain~other', { lastYear: 2025 });
    await put('metric', 'people-trained', { lastYear: 2025 });
    const reasons = { zh: '口径调整', en: 'Recount' };
    await put('break', 'agreements-signed~2024', { reasons });
    await publish({ years: [], reason: 'definition_change' });

    const { groups } = await read<Overview>('/api/v1/overview');
    const order = groups.map(({ id }) => id);
    expect([order[0], order.at(-1)]).toEqual(['talent', 'meetings']);
    const { metrics } = await read<{ metrics: Metric[] }>('/api/v1/metrics');
    const find = (id: string) => metrics.find((metric) => metric.id === id)!;
    expect(find('people-trained').lastYear).toBe(2025);
    const agreements = find('agreements-signed');
    expect(agreements.breaks).toEqual([{ year: 2024, reasons }]);
    const other = agreements.breakdown!.members.find(({ id }) => id === 'other');
    expect(other?.lastYear).toBe(2025);
    expect(await read<Overview>('/api/v1/overview?release=5&')).toEqual(former);
  });

  it('takes nothing that has changed since who publishes read it', async () => {
    await submit();
    const pending = () => reviewer.read<PendingAnswer>('GET', '/releases');
    const { seen } = await pending();
    await reviewer.read('POST', `/returns/${year}/send-back`, { message: 'Why 4?', comments: [] });
    const [{ version } = { version: 0 }] = (
      await editor.read<{ cells: { version: number }[] }>('PUT', `/returns/${year}/cells`, {
        cells: [cell('agreements-signed', 'technology-transfer', says(5), 1)],
      })
    ).cells;
    expect(version).toBe(2);
    await editor.read('POST', `/returns/${year}/submit`);
    const refused = await reviewer.read('POST', '/releases', body({ seen }), 409);
    expect(refused).toMatchObject({ code: 'changed_since' });
    const { releases } = await read<{ releases: ReleaseRef[] }>('/api/v1/releases');
    expect(releases.map(({ n }) => n)).not.toContain((await pending()).next);
    await reviewer.read('POST', '/releases', body({ seen: (await pending()).seen }));
  });

  it('tells how many sample figures a reported one takes out of the record', async () => {
    await editor.read('POST', '/returns', { year: 2025 });
    await editor.read('PUT', '/returns/2025/cells', {
      cells: [cell('meetings-held', 'forum', says(2))],
    });
    const { changes, samplesDropped } = await editor.read<Review>('GET', '/returns/2025/review');
    expect(changes.length).toBe(1);
    const samples = await database
      .prepare(
        `select member from figure
         where sample and metric = 'meetings-held' and year = 2025 and last_release is null`,
      )
      .all<{ member: string }>();
    const others = samples.results.filter(({ member }) => member !== 'forum');
    expect(others.length).toBeGreaterThan(0);
    expect(samplesDropped).toBe(others.length);
  });

  it('closes the year that is complete, and no other', async () => {
    await submit();
    const closed = async () =>
      (await database.prepare('select year from closed_year where last_release is null').all())
        .results;
    await publish({ years: [{ year, complete: false }] });
    expect(await closed()).not.toContainEqual({ year });
  });
});

describe('who may publish', () => {
  it('not an editor', async () => {
    await submit();
    const answer = await editor.read('POST', '/releases', body(), 403);
    expect(answer).toMatchObject({ code: 'role_required' });
    await editor.read('POST', `/returns/${year}/send-back`, { message: '', comments: [] }, 403);
  });

  it('not who entered figures of it, in the browser or by a token', async () => {
    await submit(reviewer);
    const refused = await publish({}, 409);
    expect(refused).toMatchObject({ code: 'not_allowed', obstacles: ['own_figures'] });
    // Of the same name, and not the same person.
    const another = await employ('reviewer', reviewer.name);
    const review = await another.read<Review>('GET', `/returns/${year}/review`);
    expect(review).toMatchObject({ editors: [reviewer.name], own: false, obstacles: [] });
    const seen = await reviewer.read<Review>('GET', `/returns/${year}/review`);
    expect(seen).toMatchObject({ own: true });
    expect(await another.read('POST', '/releases', body())).toMatchObject({ n: 6 });
  });

  it('not who changed the catalogue', async () => {
    const admin = await employ('admin');
    const content = { position: 0, names: { zh: '会议活动', en: 'Gatherings' } };
    await admin.read('PUT', '/catalogue/group/meetings', { version: 0, content });
    await submit();
    const refused = await admin.read('POST', '/releases', body(), 409);
    expect(refused).toMatchObject({ obstacles: ['own_catalogue'] });
    expect((await publish()).n).toBe(6);
  });

  it('one person alone where that is the setting, and every reader is told', async () => {
    await database.prepare('insert into setting (id, one_person) values (1, 1)').run();
    await submit(reviewer);
    await publish();
    const { releases } = await read<{ releases: ReleaseRef[] }>('/api/v1/releases?limit=1');
    expect(releases[0]?.onePerson).toBe(true);
  });

  it('nobody what is not submitted, or nothing at all', async () => {
    expect(await publish({}, 409)).toMatchObject({ obstacles: ['not_submitted'] });
    expect(await publish({ years: [] }, 409)).toMatchObject({ obstacles: ['nothing_to_publish'] });
    await submit();
    await reviewer.read('POST', `/returns/${year}/send-back`, { message: 'x', comments: [] });
    expect(await publish({}, 409)).toMatchObject({ obstacles: ['not_submitted'] });
    const again = { message: 'x', comments: [] };
    expect(await reviewer.read('POST', `/returns/${year}/send-back`, again, 409)).toMatchObject({
      code: 'not_allowed',
    });
  });
});

describe('a release whose time has not come', () => {
  it('is nowhere to be seen, holds everything else back, and can be withdrawn without a trace', async () => {
    const before = await dump();
    const paths = ['/api/v1/releases?changes=include', ...views(5), ...(await publicPaths())];
    const seen = await textsOf(paths);
    await submit();
    const publishAt = soon(5);
    const { n } = await publish({ publishAt });
    expect(n).toBe(6);
    expect(await textsOf(paths)).toEqual(seen);
    for (const path of [`/api/v1/releases/6`, `/api/v1/releases/6/changes`, ...views(6)]) {
      expect((await ask(path)).status, path).toBe(404);
    }
    for (const path of await publicPaths()) {
      // Some take no release: they refuse the parameter.
      expect((await ask(`${path}?release=6`)).status, path).toBeOneOf([400, 404]);
    }
    const locked = { cells: [cell('people-trained', '', says(1), 1)] };
    expect((await editor.ask('PUT', `/returns/${year}/cells`, locked)).status).toBe(409);
    expect((await editor.ask('POST', '/returns', { year })).status).toBe(409);

    const pending = await reviewer.read<PendingAnswer>('GET', '/releases');
    expect(pending.waiting).toMatchObject({ n: 6, publishedAt: publishAt, years: [year], notes });
    expect(pending.obstacles).toContain('release_waiting');
    expect(await publish({}, 409)).toMatchObject({
      obstacles: expect.arrayContaining(['release_waiting']),
    });

    await reviewer.read('DELETE', '/releases/6');
    expect(await dump()).toEqual(before);
    const { state } = await editor.read<{ state: string }>('GET', `/returns/${year}`);
    expect(state).toBe('submitted');
    expect((await publish()).n).toBe(6);
  });

  it('comes at its time', async () => {
    await submit();
    await publish({ publishAt: soon(1) });
    const due = new Date(Date.now() - 1000).toISOString();
    await database.prepare('update release set published_at = ? where n = 6').bind(due).run();
    await reviewer.read('DELETE', '/releases/6', undefined, 409);
    const { release } = await read<{ release: ReleaseRef }>('/api/v1/releases/6');
    expect(release.publishedAt).toBe(due);
  });

  it('gives the changes of the catalogue back', async () => {
    const admin = await employ('admin');
    const content = { position: 0, names: { zh: '会议活动', en: 'Gatherings' } };
    await admin.read('PUT', '/catalogue/group/meetings', { version: 0, content });
    await publish({ years: [], publishAt: soon(2) });
    const late = { version: 0, content: { ...content, position: 1 } };
    await admin.read('PUT', '/catalogue/group/meetings', late, 409);
    await reviewer.read('DELETE', '/releases/6');
    const { catalogue } = await reviewer.read<PendingAnswer>('GET', '/releases');
    expect(catalogue).toMatchObject([{ kind: 'group', key: 'meetings', pending: true }]);
    expect(await admin.read('POST', '/releases', body({ years: [] }), 409)).toMatchObject({
      obstacles: ['own_catalogue'],
    });
  });

  it('lies ahead, and not too far', async () => {
    await submit();
    const before = await dump();
    for (const hours of [-1, 24 * 366 * 3]) {
      expect(await publish({ publishAt: soon(hours) }, 422)).toMatchObject({
        code: 'invalid_time',
      });
    }
    await reviewer.read('DELETE', '/releases/5', undefined, 409);
    await reviewer.read('DELETE', '/releases/9', undefined, 404);
    expect(await dump()).toEqual(before);
  });
});
