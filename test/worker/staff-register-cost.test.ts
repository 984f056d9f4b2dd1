import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PendingAnswer } from '../../schema/staff/releases.ts';
import type { RegisterChanges } from '../../schema/staff/pending-register.ts';
import { createFront } from '../../worker/front.ts';
import { database, prepareRecord } from './record.ts';
import { recordForm } from './register-import-files.ts';
import { countRowsRead } from './rows-read.ts';
import { employ, type Colleague } from './staff.ts';

let editor: Colleague;

async function rowsReadBy(path: string, file?: FormData): Promise<{ rows: number; shown: number }> {
  const { counted, rows } = countRowsRead(database);
  const ctx = createExecutionContext();
  const request = new Request(`http://yearbook.test/api/v1/staff${path}`, {
    ...(file && { method: 'POST', body: file }),
    headers: { authorization: `Bearer ${editor.token}` },
  });
  const answer = await createFront(null).fetch(request, { ...(env as Env), DB: counted }, ctx);
  const body: {
    records?: unknown[];
    organisations?: unknown[];
    added?: unknown[];
    register?: { changes: unknown[] };
    changes?: unknown[];
  } = await answer.json();
  await waitOnExecutionContext(ctx);
  expect(answer.status, JSON.stringify(body)).toBe(200);
  const shown =
    body.added ?? body.records ?? body.organisations ?? body.changes ?? body.register!.changes;
  return { rows: rows(), shown: shown.length };
}

const acme = {
  ...{ kind: 'company', names: { zh: '某公司', en: 'Acme' } },
  ...{ country: null, website: null, inferred: [] },
};

const RECORDS = 20_000;
const DRAFTS = 2_000;

/** So many public projects of one party each, and drafts of others that wait. */
async function fill(): Promise<void> {
  const series = (n: number) =>
    `with recursive r(n) as (select 1 union all select n + 1 from r where n < ${n})`;
  const project = `json_object('zh', '合作项目' || n, 'en', 'Project ' || n)`;
  const sql = [
    `${series(RECORDS)} insert into record
     select 'project-' || n, 2, null, (2015 + n % 10) * 10000000000 + 5000000 + n, 'project', 2015 + n % 10, null,
            ${project}, null, 'field', 'other', null, 1, 'signed', null, null, null, 0, null,
            'kczg-forum-2022-11-17', 0, 'first_publication' from r`,
    `insert into record_index(rowid, words, facets)
     select rank, '合 作 项 目 ' || ' | project ', 'kproject y' || year || ' mother ssigned f2'
     from record where id like 'project-%'`,
    `${series(RECORDS)} insert into party select 'project-' || n, 2, 1, 'organiser', 'ittn', null, null from r`,
    `${series(DRAFTS)} insert into register_draft
     select 'record', 'draft-' || n, 1, 20200000000000 + n,
            json_object('kind', 'project', 'year', 2020, 'titles', json(${project}), 'parties', json('[]')),
            null, 'nobody', '2026-01-01T00:00:00.000Z' from r`,
    `insert into register_draft_index(rowid, words, facets)
     select rank, '合 作 项 目 ' || ' | project ', 'wrecord kproject y2020 mother' from register_draft`,
  ];
  for (const one of sql) await database.prepare(one).run();
}

describe('what the staff lists of the register cost', () => {
  beforeAll(async () => {
    await prepareRecord('facts');
    editor = await employ('editor');
    await fill();
  });

  it.each([
    ['/records', 50],
    ['/records?q=project&limit=20', 20],
    [`/records?q=${encodeURIComponent('合作')}&kind=project&year=2018`, 50],
    ['/records?year=2020&limit=100', 100],
    ['/records?pending=true', 50],
    ['/records?after=20200000001000', 50],
    ['/organisations?limit=20', 20],
    ['/releases', 200],
    ['/releases/register?after=record~20200000000700', 200],
  ])('%s: a few rows for each that is shown', async (path, count) => {
    const { rows, shown } = await rowsReadBy(path);
    expect(shown).toBe(count);
    // The drafts of the release are counted, and asked who made them.
    const counted = path === '/releases' ? DRAFTS * 5 : 0;
    expect(rows - counted).toBeLessThan(20 * shown + 200);
  });

  it('comes to all that waits, page by page, each once', async () => {
    await editor.read('PUT', '/organisations/acme', { version: 0, content: acme });
    const { register } = await editor.read<PendingAnswer>('GET', '/releases');
    const seen = register.changes.map(({ key }) => key);
    let next = register.next;
    while (next !== null) {
      const page = await editor.read<RegisterChanges>('GET', `/releases/register?after=${next}`);
      seen.push(...page.changes.map(({ key }) => key));
      ({ next } = page);
    }
    expect(seen[0]).toBe('acme');
    expect(seen).toHaveLength(DRAFTS + 1);
    expect(new Set(seen).size).toBe(register.count);
  });

  it.each([
    ['2019-08-06', 0],
    // Without a day a record is looked for in its whole year.
    ['2019', RECORDS / 10],
  ])('an import of records of %s: a few rows for each', async (day, ofYear) => {
    const heads =
      'Kind,Date,Title (Chinese),Title (English),Source,Role,Organisation,Kind of organisation';
    const rows = Array.from(
      { length: 50 },
      (_, i) =>
        `meeting,${day},新会议${i},New meeting ${i},kczg-forum-2022-11-17,host,Body ${i},company`,
    );
    const form = recordForm([heads, ...rows].join('\n'));
    const { rows: read, shown } = await rowsReadBy('/records/import?dry_run=true', form);
    expect(shown).toBe(50);
    expect(read).toBeLessThan(30 * shown + 200 + 2 * ofYear);
  });

  it('an import of a chain of records that cannot be saved: as many rows for each, however long', async () => {
    const links = Array.from({ length: 200 }, (_, i) => {
      const parent = i === 0 ? 'nowhere' : `link-${i - 1}`;
      return `link-${i},meeting,2019-08-06,环${i},Link ${i},${parent},kczg-forum-2022-11-17`;
    });
    const heads = 'Id,Kind,Date,Title (Chinese),Title (English),Part of,Source';
    const form = recordForm([heads, ...links].join('\n'));
    const { rows, shown } = await rowsReadBy('/records/import?dry_run=true', form);
    expect(shown).toBe(0);
    expect(rows).toBeLessThan(20 * links.length);
  });

  it('merges no more than a thousand records', async () => {
    const answer = await editor.read<{ refusals: object[] }>(
      'POST',
      '/organisations/ittn/merge',
      { into: 'natt' },
      422,
    );
    expect(answer.refusals).toEqual([{ field: '', refusal: 'too_many_records' }]);
  });
});
