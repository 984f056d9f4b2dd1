import { desc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { unexplained, type ReturnsAnswer } from '../../schema/staff/returns.ts';
import { audit, cellComment, yearReturn } from '../../schema/staff/tables.ts';
import { release } from '../../schema/tables.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { database, prepareRecord } from './record.ts';
import {
  because,
  cellOf,
  metricOf,
  readReturn,
  save,
  saveInVain,
  say,
  type Saved,
} from './returns.ts';
import { employ, type Colleague } from './staff.ts';

const db = openStaffDb(database);
const lastEntry = async () => (await db.select().from(audit).orderBy(desc(audit.n)).limit(1))[0];

let wang: Colleague;
let reader: Colleague;

beforeAll(async () => {
  await prepareRecord('samples');
  wang = await employ('editor', 'Wang');
  reader = await employ('viewer');
  // The first request of a file loads the whole Worker.
  await reader.read('GET', '/me');
});

const listYears = async () => (await reader.read<ReturnsAnswer>('GET', '/returns')).years;
const findYear = async (year: number) => (await listYears()).find((found) => found.year === year)!;

describe('POST /api/v1/staff/returns', () => {
  it('starts a year once, and tells the trail', async () => {
    expect(await findYear(2025)).toMatchObject({ state: null, lastEdit: null });
    await reader.read('GET', '/returns/2025', undefined, 404);
    const started = { year: 2025, state: 'open' };
    expect(await wang.read('POST', '/returns', { year: 2025 })).toEqual(started);
    const entry = await lastEntry();
    expect(entry).toMatchObject({ action: 'return_started', year: 2025, person: wang.id });
    expect(await wang.read('POST', '/returns', { year: 2025 })).toEqual(started);
    expect(await lastEntry()).toEqual(entry);
    expect(await findYear(2025)).toMatchObject({ state: 'open', changes: 0 });
  });

  it("takes no year outside the centre's life", async () => {
    for (const year of [2017, 2199]) {
      expect(await wang.read('POST', '/returns', { year }, 422)).toMatchObject({
        code: 'outside_centre_life',
        fields: [{ field: 'year' }],
      });
    }
  });
});

describe('GET /api/v1/staff/returns', () => {
  it('lists every year of the centre, the newest first, and counts sample data as empty', async () => {
    const years = await listYears();
    expect(years.at(-1)!.year).toBe(2018);
    expect(years.map(({ year }) => year)).toEqual(years.map((_, i) => years[0]!.year - i));
    const sheet = await readReturn(reader, 2025);
    expect(cellOf(sheet, 'people-trained').published?.sample).toBe(true);
    expect(await findYear(2025)).toMatchObject({
      completeness: { filled: 0, missing: 0, empty: sheet.metrics.length },
    });
  });

  it('counts what a year says, changes and still has to explain, and who saved last', async () => {
    const before = await findYear(2025);
    await save(
      wang,
      2025,
      { metric: 'people-trained', content: say(100) },
      { metric: 'meeting-participants', content: say(null) },
    );
    expect(await findYear(2025)).toEqual({
      ...before,
      completeness: { ...before.completeness, filled: 1, empty: before.completeness.empty - 1 },
      changes: 2,
      lastEdit: { name: 'Wang', at: expect.any(String) as string },
    });
    const missing = { metric: 'meeting-participants', content: say(null, because('Not counted')) };
    await save(wang, 2025, { ...missing, version: 1 });
    const after = await findYear(2025);
    expect(after.completeness).toMatchObject({ filled: 1, missing: 1 });
    expect(after.unexplained).toBe(before.unexplained - 1);
  });
});

describe('GET /api/v1/staff/returns/{year}', () => {
  it('shows a year whole, beside what is published of it and of the year before', async () => {
    await wang.read('POST', '/returns', { year: 2024 });
    const sheet = await readReturn(reader, 2024);
    expect(sheet).toMatchObject({ year: 2024, state: 'open', release: null, editors: [] });
    expect(sheet.groups.map(({ id }) => id)).toEqual([
      'meetings',
      'agreements',
      'projects',
      'talent',
    ]);
    const agreements = metricOf(sheet, 'agreements-signed');
    expect(agreements.cells.map(({ member }) => member)).toEqual([
      'technology-transfer',
      'biomedicine',
      'intellectual-property',
      'other',
      '',
    ]);
    expect(cellOf(sheet, 'agreements-signed', 'biomedicine').published).toMatchObject({
      value: 8,
      qualifier: 'at_least',
      sample: false,
    });
    expect(cellOf(sheet, 'projects-signed').previous).toMatchObject({ value: 23, status: 'E' });
    const editors = (await readReturn(reader, 2025)).editors;
    expect(editors).toEqual(['Wang']);
  });
});

describe('POST /api/v1/staff/returns/{year}/submit', () => {
  const submit = <T>(status: number, year = 2025) =>
    wang.read<T>('POST', `/returns/${year}/submit`, undefined, status);

  it('takes no return that changes nothing', async () => {
    expect(await submit(409, 2024)).toMatchObject({ code: 'not_allowed' });
    expect(await submit(404, 2019)).toMatchObject({ code: 'not_started' });
  });

  it('names every figure that has to be explained, takes the return once it is, and locks it', async () => {
    await save(wang, 2025, {
      metric: 'technologies-showcased',
      content: say(1, { qualifier: 'about' }),
    });
    const problem = await submit<{ code: string }>(422);
    expect(problem.code).toBe('unexplained');
    const { cells } = unexplained.parse(problem);
    expect(cells).toContainEqual({
      metric: 'technologies-showcased',
      member: '',
      warnings: ['less_than_half', 'about_without_source'],
    });
    expect(cells).toContainEqual({
      metric: 'agreements-signed',
      member: 'biomedicine',
      warnings: ['missing_after_figure'],
    });
    expect(await findYear(2025)).toMatchObject({ state: 'open', unexplained: cells.length });

    const sheet = await readReturn(wang, 2025);
    const explained = cells.map(({ metric, member }): Saved => {
      const { draft } = cellOf(sheet, metric, member);
      const said = draft?.content ?? say(null);
      return {
        metric,
        member,
        version: draft?.version ?? 0,
        content: { ...said, ...because('As the register has it') },
      };
    });
    await save(wang, 2025, ...explained);
    expect(await submit(200)).toEqual({ year: 2025, state: 'submitted' });
    expect(await lastEntry()).toMatchObject({ action: 'return_submitted', year: 2025 });
    expect(await readReturn(reader, 2025)).toMatchObject({
      state: 'submitted',
      submittedBy: 'Wang',
    });

    const locked = { code: 'return_locked', years: [2025] };
    const cell = { metric: 'people-trained', version: 1, content: say(101) };
    expect(await saveInVain(wang, 409, 2025, cell)).toMatchObject(locked);
    expect(await submit(409)).toMatchObject(locked);
    expect(await wang.read('POST', '/returns', { year: 2025 }, 409)).toMatchObject(locked);
  });
});

describe('corrections of a published year', () => {
  const metric = 'people-trained';
  const publishedAt = (at: string) =>
    db.insert(release).values({ n: 50, publishedAt: at, reason: 'late_data', notes: {} });

  it('waits for the release that has the year', async () => {
    await publishedAt('2199-01-01T00:00:00.000Z');
    await db
      .update(yearReturn)
      .set({ state: 'published', release: 50, message: 'Thank you' })
      .where(eq(yearReturn.year, 2025));
    expect(await wang.read('POST', '/returns', { year: 2025 }, 409)).toMatchObject({
      code: 'release_waiting',
    });
    await db.delete(release).where(eq(release.n, 50));
    await publishedAt('2026-01-01T00:00:00.000Z');
  });

  it('shows a published return as published, and begins anew with what is public', async () => {
    await db.insert(cellComment).values({
      id: 'c',
      year: 2025,
      metric,
      member: '',
      text: 'Are you sure?',
      by: wang.id,
      at: '2026-01-01T00:00:00.000Z',
    });
    expect(await findYear(2025)).toMatchObject({ state: 'published', changes: 0 });
    const before = cellOf(await readReturn(wang, 2025), metric);
    expect(before.draft).toMatchObject({ version: 1, content: null });
    expect(before.comments).toEqual([expect.objectContaining({ by: 'Wang' })]);

    await wang.read('POST', '/returns', { year: 2025 });
    const sheet = await readReturn(wang, 2025);
    expect(sheet).toMatchObject({
      state: 'open',
      release: null,
      message: null,
      submittedBy: null,
      editors: [],
    });
    expect(cellOf(sheet, metric)).toMatchObject({
      draft: { version: 2, content: null },
      comments: [],
    });
  });

  it('takes no save from a page that was left open since the round before', async () => {
    const stale = { metric, version: 1, content: say(200) };
    expect(await saveInVain(wang, 409, 2025, stale)).toMatchObject({ code: 'edit_conflict' });
    expect(await save(wang, 2025, { ...stale, version: 2 })).toEqual([
      expect.objectContaining({ version: 3, content: say(200) }),
    ]);
  });
});
