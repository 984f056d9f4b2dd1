import { asc } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { beforeAll, describe, expect, it } from 'vitest';
import { audit } from '../../schema/staff/tables.ts';
import type { PublishedCell } from '../../schema/staff/cells.ts';
import { member } from '../../schema/tables.ts';
import { findBreak } from '../../worker/figures/audit-hash.ts';
import { cellOfKey } from '../../worker/figures/return-cells.ts';
import { commit } from '../../worker/queries/staff/commit.ts';
import { readDrafting } from '../../worker/queries/staff/drafting.ts';
import { insertRows } from '../../worker/queries/staff/insert.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { listReturns } from '../../worker/queries/staff/returns.ts';
import { planCells } from '../../worker/queries/staff/save-cells.ts';
import { readSheet } from '../../worker/queries/staff/sheet.ts';
import { startReturn } from '../../worker/queries/staff/start-return.ts';
import { database, prepareRecord } from './record.ts';
import { say } from './returns.ts';
import { countRowsRead } from './rows-read.ts';

const db = openStaffDb(database);
const metric = 'projects-landed';

const actor = {
  id: 'wang',
  name: 'Wang',
  email: 'wang@example.org',
  role: 'editor' as const,
  demo: false,
  token: null,
};

beforeAll(() => prepareRecord('samples'));

describe('what a return costs', () => {
  /** Rows read for a return, for the list of returns, and for a save. */
  async function rowsRead() {
    const of = async (read: (counted: ReturnType<typeof openStaffDb>) => Promise<unknown>) => {
      const { counted, rows } = countRowsRead(database);
      await read(openStaffDb(counted));
      return rows();
    };
    const cell = { year: 2025, metric, member: '', content: say(40) };
    const how = { action: 'cell_saved', why: null, next: 1, at: '2026-01-01T00:00:00Z' } as const;
    return {
      sheet: await of((counted) => readSheet(counted, 2025)),
      list: await of((counted) => listReturns(counted, new Date())),
      save: await of((counted) => planCells(counted, actor, [cell], how)),
    };
  }

  it('reads as many rows whatever the history of the figures', async () => {
    await startReturn(db, actor, 2025);
    const before = await rowsRead();
    await database.batch([
      database.prepare(
        `with recursive r(n) as (select 99 union all select n + 1 from r where n < 199)
         insert into release select n, '2026-01-16T00:00:00.000Z', 'correction', '{}', 0 from r`,
      ),
      database.prepare(
        `insert into figure select metric, year, member, r.n, iif(r.n = 199, null, r.n),
           value, qualifier, status, sample, source, note, 'correction'
         from figure, release r where last_release is null and r.n >= 100`,
      ),
      database.prepare(
        `update figure set last_release = 99 where last_release is null and first_release < 100`,
      ),
    ]);
    expect(before.sheet).toBeGreaterThan(0);
    expect(await rowsRead()).toEqual(before);
  });
});

describe('planCells', () => {
  it('starts no return for figures that say what is published', async () => {
    const { published } = (
      await readDrafting(db, { years: [2024], metrics: ['agreements-signed'] })
    ).cells;
    const [[key, { sample: _, ...content }]] = [...published] as [[string, PublishedCell]];
    const how = {
      action: 'cell_imported',
      why: 'the same.csv',
      starts: true,
      next: 1,
      at: '2026-01-01T00:00:00.000Z',
    } as const;
    const plan = await planCells(db, actor, [{ ...cellOfKey(key), content }], how);
    expect(plan).toMatchObject({ statements: [], entries: [], starts: [] });
  });

  it('takes 20,000 cells of many years in one piece, and starts their returns', async () => {
    const ids = Array.from({ length: 2500 }, (_, i) => `field-${i}`);
    const rows = ids.map((id, i) => ({
      breakdown: 'field',
      id,
      firstRelease: 1,
      lastRelease: null,
      position: 100 + i,
      colour: 0,
      names: { en: id },
      lastYear: null,
    }));
    await db.batch(insertRows(db, member, rows) as [BatchItem<'sqlite'>]);
    const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025];
    const changes = years.flatMap((year) =>
      ids.map((id, i) => ({ year, metric, member: id, content: say(i) })),
    );
    const planned = await commit(db, actor, async (next, at) => {
      const how = { action: 'cell_imported', why: 'fields.csv', starts: true, next, at } as const;
      const plan = await planCells(db, actor, changes, how);
      return { ...plan, answer: plan };
    });
    expect(planned.starts).toEqual(years.filter((year) => year !== 2025));
    expect(planned.cells).toHaveLength(20_000);
    const trail = await db.select().from(audit).orderBy(asc(audit.n));
    expect(trail).toHaveLength(years.length + 20_000);
    expect(trail.at(-1)).toMatchObject({ action: 'cell_imported', why: 'fields.csv', year: 2025 });
    expect(findBreak(trail)).toBeNull();
    const { drafts } = await database
      .prepare('select count(*) as drafts from draft where content is not null')
      .first<{ drafts: number }>()
      .then((row) => row!);
    expect(drafts).toBe(20_000);
  });
});
