import type { BatchItem } from 'drizzle-orm/batch';
import { beforeAll, expect, it } from 'vitest';
import { catalogueDraft } from '../../schema/staff/tables.ts';
import { insertRows } from '../../worker/queries/staff/insert.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { importFile, longMapping, preview } from './import-files.ts';
import { database, prepareRecord } from './record.ts';
import { employ, type Colleague } from './staff.ts';

const YEARS = 100;
const MEMBERS = 200;
const firstYear = new Date().getUTCFullYear() - YEARS + 1;

let editor: Colleague;

beforeAll(async () => {
  await prepareRecord('facts');
  editor = await employ('editor');
  const names = { zh: '省份', en: 'Province' };
  const entry = (kind: 'breakdown' | 'member' | 'metric', key: string, content: object) => ({
    ...{ kind, key, version: 1, content: { ...content }, release: null },
    ...{ editedBy: editor.id, editedAt: '2026-01-01T00:00:00.000Z' },
  });
  const db = openStaffDb(database);
  await db.batch([
    ...insertRows(db, catalogueDraft, [
      entry('breakdown', 'province', { names }),
      ...Array.from({ length: MEMBERS }, (_, i) =>
        entry('member', `province~p${i}`, { position: i, colour: 0, names, lastYear: null }),
      ),
      entry('metric', 'visits', {
        ...{
          group: 'meetings',
          position: 90,
          breakdown: 'province',
          additive: true,
          direction: 'up',
        },
        ...{
          decimals: 0,
          names,
          definitions: names,
          units: { en: { other: 'visits' } },
          lastYear: null,
        },
      }),
    ]),
  ] as [BatchItem<'sqlite'>]);
  await database.prepare(`update centre set founded_year = ${firstYear}`).run();
  await editor.read('GET', '/me');
});

it('imports 20,000 rows into 100 returns, in one commit', async () => {
  const rows = Array.from(
    { length: YEARS * MEMBERS },
    (_, i) => `visits,p${i % MEMBERS},${firstYear + Math.floor(i / MEMBERS)},${i}\n`,
  );
  const file = `metric,member,year,value\n${rows.join('')}`;
  const shown = await preview(editor, file, longMapping);
  expect(shown.counts).toEqual({ added: 20_000, changed: 0, same: 0, wrong: 0, leftOut: 0 });
  expect([shown.added.length, shown.starts.length]).toEqual([500, YEARS]);
  const done = await importFile(editor, file, longMapping, shown.basis);
  expect(done.counts).toEqual(shown.counts);
  const stored = await database
    .prepare(
      `select count(*) as n, sum(json_extract(content, '$.value')) as total,
        (select count(*) from audit where action = 'cell_imported') as told from draft`,
    )
    .first();
  expect(stored).toEqual({ n: 20_000, total: (20_000 * 19_999) / 2, told: 20_000 });
});
