import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditAnswer, AuditEntry } from '../../schema/staff/audit.ts';
import type { Sheet } from '../../schema/staff/returns.ts';
import { findBreak, type AuditFields } from '../../worker/figures/audit-hash.ts';
import { listAudit } from '../../worker/queries/staff/audit.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { database, prepareRecord } from './record.ts';
import { cellOf, readReturn, save, say } from './returns.ts';
import { countRowsRead } from './rows-read.ts';
import { employ, type Colleague } from './staff.ts';

let li: Colleague;
let wang: Colleague;

const metric = 'people-trained';
const find = (who: Colleague, query = '') => who.read<AuditAnswer>('GET', `/audit${query}`);
const restore = (who: Colleague, n: number, status = 200) =>
  who.read<{ code: string; changed: boolean }>('POST', `/audit/${n}/restore`, {}, status);
const newest = async (query = ''): Promise<AuditEntry> => (await find(li, query)).entries[0]!;
const valueIn = async (year: number, id = metric) => {
  const { draft } = cellOf(await readReturn(li, year), id);
  return draft?.content && !draft.content.withdrawn ? draft.content.value : draft?.content;
};

type Row = AuditFields & { hash: string };
const readTrail = async () =>
  (await database.prepare('SELECT * FROM audit ORDER BY n').all<Row>()).results;

beforeAll(async () => {
  await prepareRecord('facts');
  li = await employ('editor', 'Li Hua');
  wang = await employ('editor', 'Wang Fang');
  for (const year of [2024, 2025]) await li.read<Sheet>('POST', '/returns', { year });
  await save(li, 2025, { metric, content: say(5) });
  await save(wang, 2025, { metric, version: 1, content: say(8) });
  await save(li, 2024, { metric, content: say(3) });
  await save(li, 2025, { metric: 'projects-signed', content: say(9) });
});

describe('GET /api/v1/staff/audit', () => {
  it('tells who did what, when, before and after, newest first', async () => {
    const { entries, people, years, metrics } = await find(li);
    expect(entries.map(({ n }) => n)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(entries[2]).toMatchObject({
      ...{ person: wang.id, name: 'Wang Fang', token: 'a test', action: 'cell_saved' },
      ...{ year: 2025, metric, member: '', restorable: true },
      ...{ before: { value: 5 }, after: { value: 8 } },
    });
    expect(Date.parse(entries[2]!.at)).toBeLessThanOrEqual(Date.now());
    expect(people).toEqual([
      { id: li.id, name: 'Li Hua' },
      { id: wang.id, name: 'Wang Fang' },
    ]);
    expect(years).toEqual([2025, 2024]);
    expect(
      metrics.find(({ id }) => id === 'agreements-signed')!.members.map(({ id }) => id),
    ).toContain('biomedicine');
  });

  it.each([
    ['a person', () => `?person=${wang.id}`, [4]],
    ['a metric', () => `?metric=${metric}`, [5, 4, 3]],
    ['a year', () => '?year=2024', [5, 1]],
    ['a metric and a year', () => `?metric=${metric}&year=2025`, [4, 3]],
    ['all three', () => `?person=${li.id}&metric=${metric}&year=2025`, [3]],
    ['somebody who did nothing', () => '?person=nobody', []],
  ])('filters by %s', async (_, query, numbers) => {
    expect((await find(li, query())).entries.map(({ n }) => n)).toEqual(numbers);
  });

  it('goes on where a page ended', async () => {
    const first = await find(li, '?limit=4');
    expect(first.next).toBe(3);
    const second = await find(li, `?limit=4&before=${first.next}`);
    expect(second.entries.map(({ n }) => n)).toEqual([2, 1]);
    expect(second.next).toBeNull();
  });

  it.each(['limit=0', 'limit=201', 'year=last', 'before=-1', 'who=me'])('refuses %s', (query) =>
    li.read('GET', `/audit?${query}`, undefined, 400),
  );
});

describe('POST /api/v1/staff/audit/{n}/restore', () => {
  it('puts the former value into the draft, as an entry that names the one it came from', async () => {
    expect(await restore(wang, 4)).toMatchObject({ changed: true });
    expect(await valueIn(2025)).toBe(5);
    expect(await newest()).toMatchObject({
      ...{ name: 'Wang Fang', action: 'cell_restored', why: '#4', metric, year: 2025 },
      ...{ before: { value: 8 }, after: { value: 5 } },
    });
  });

  it('writes nothing where the draft says so already', async () => {
    const { n } = await newest();
    expect(await restore(wang, 4)).toMatchObject({ changed: false });
    expect((await newest()).n).toBe(n);
  });

  it('can itself be undone, and goes back to nothing where there was nothing', async () => {
    await restore(li, (await newest()).n);
    expect(await valueIn(2025)).toBe(8);
    await restore(li, 3);
    expect(await valueIn(2025)).toBeNull();
  });

  it('goes back to what is published, not to a copy of it', async () => {
    const id = 'technologies-showcased';
    await save(li, 2024, { metric: id, content: say(16) });
    const { n, before } = await newest();
    expect(before).toMatchObject({ value: 15, sample: false });
    await restore(li, n);
    expect(await valueIn(2024, id)).toBeNull();
  });

  it('refuses what is not the value of a figure, and what is not there', async () => {
    expect(await restore(li, 1, 409)).toMatchObject({ code: 'not_allowed' });
    expect(await restore(li, 9999, 404)).toMatchObject({ code: 'not_found' });
  });

  it('refuses a value that cannot be true any more', async () => {
    await save(li, 2024, { metric: 'projects-landed', content: say(4) });
    await save(li, 2024, { metric: 'projects-landed', version: 1, content: say(9) });
    const { n } = await newest();
    await save(li, 2024, { metric: 'projects-landed', member: 'biomedicine', content: say(6) });
    expect(await restore(li, n, 422)).toMatchObject({
      code: 'refused',
      cells: [{ metric: 'projects-landed', member: '', refusal: 'total_below_parts' }],
    });
    expect(await valueIn(2024, 'projects-landed')).toBe(9);
  });

  it('refuses while the return is locked; its entries say so', async () => {
    await database.prepare(`UPDATE year_return SET state = 'submitted' WHERE year = 2025`).run();
    expect((await find(li, '?year=2025')).entries.some(({ restorable }) => restorable)).toBe(false);
    expect(await restore(li, 4, 409)).toMatchObject({ code: 'return_locked', years: [2025] });
    await database.prepare(`UPDATE year_return SET state = 'published' WHERE year = 2025`).run();
    expect(await restore(li, 4, 409)).toMatchObject({ code: 'return_locked' });
  });
});

describe('the trail', () => {
  it('reads what a page shows, however long it is', async () => {
    const { counted, rows } = countRowsRead(database);
    const db = openStaffDb(counted);
    await listAudit(db, { limit: 5 });
    const short = rows();
    const copies = `WITH RECURSIVE more(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM more WHERE i < 3000)
      INSERT INTO audit SELECT i + (SELECT max(n) FROM audit), at, person, name, token, action, subject,
        2000 + i % 26, 'meetings-held', member, before, after, why, hash FROM more, audit WHERE n = 1`;
    await database.prepare(copies).run();
    for (const query of [
      {},
      { person: li.id },
      { metric },
      { metric, year: 2025 },
      { year: 2024 },
    ]) {
      const before = rows();
      await listAudit(db, { limit: 5, ...query });
      // 24 more years to filter by, found in two steps each.
      expect(rows() - before, JSON.stringify(query)).toBeLessThan(short + 100);
    }
    // The copies have no hashes of their own.
    await database.batch([
      database.prepare('DROP TRIGGER audit_no_delete'),
      database.prepare(`DELETE FROM audit WHERE metric = 'meetings-held'`),
      database.prepare(
        `CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END`,
      ),
    ]);
  });

  it.each([
    `UPDATE audit SET name = 'somebody else' WHERE n = 4`,
    'DELETE FROM audit WHERE n = 4',
    'DELETE FROM audit',
    'INSERT OR REPLACE INTO audit SELECT * FROM audit WHERE n = 4',
  ])('is not changed by the database: %s', async (sql) => {
    const before = await readTrail();
    await expect(database.prepare(sql).run()).rejects.toThrow(/append-only|UNIQUE/);
    expect(await readTrail()).toEqual(before);
    expect(findBreak(before)).toBeNull();
  });

  it('shows where it was tampered with, once its guards are gone', async () => {
    await database.batch([
      database.prepare('DROP TRIGGER audit_no_update'),
      database.prepare(`UPDATE audit SET after = replace(after, '8', '80') WHERE n = 4`),
    ]);
    expect(findBreak(await readTrail())).toBe(4);
  });
});
