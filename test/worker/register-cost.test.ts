import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFront } from '../../worker/front.ts';
import { database, prepareRecord } from './record.ts';
import { countRowsRead } from './rows-read.ts';

/** Rows read by one cold request: nothing remembered, nothing cached. */
async function rowsReadBy(path: string): Promise<{ rows: number; shown: number }> {
  const { counted, rows } = countRowsRead(database);
  const ctx = createExecutionContext();
  const bindings = {
    ...(env as Env),
    DB: counted,
    VERSION: { ...env.VERSION, id: crypto.randomUUID() },
  };
  const request = new Request(`http://yearbook.test${path}`);
  const answer = await createFront(null).fetch(request, bindings, ctx);
  const body: {
    records?: unknown[];
    organisations?: unknown[];
    chapters?: { lists: { records: unknown[] }[] }[];
  } = await answer.json();
  await waitOnExecutionContext(ctx);
  expect(answer.status, JSON.stringify(body)).toBe(200);
  const ofYears = body.chapters?.flatMap(({ lists }) => lists).flatMap(({ records }) => records);
  return { rows: rows(), shown: (body.records ?? body.organisations ?? ofYears)!.length };
}

/** Fills the register with so many records of 2015–2024, two parties each, and four tenths as many organisations. */
async function fill(records: number): Promise<void> {
  const organisations = records * 0.4;
  const series = 'with recursive r(n) as (select 1 union all select n + 1 from r where n < ?1)';
  const run = (sql: string, ...values: unknown[]) =>
    database
      .prepare(sql)
      .bind(...values)
      .run();
  await run(
    `${series} insert into organisation
     select 'body-' || n, 2, null, 1000 + n, 'company', json_object('en', 'Body ' || n, 'zh', '机构' || n),
            case n % 50 when 0 then 'ZA' else 'CN' end, null, '[]', 0 from r`,
    organisations,
  );
  await run(
    `insert into organisation_index(rowid, words, facets)
     select rank, 'body ' || (rank - 1000) || ' 机 构 ', 'kcompany f2 c' || lower(country) from organisation where rank > 1000`,
  );
  await run(
    `${series} insert into record
     select 'project-' || n, 2, null, (2015 + n % 10) * 10000000000 + 5000000 + n, 'project', 2015 + n % 10, null,
            json_object('zh', '合作项目' || n, 'en', 'Project ' || n), null, 'field', 'other', null, 1, 'signed', null,
            null, null, 0, null, 'kczg-forum-2022-11-17', 0, 'first_publication' from r`,
    records,
  );
  await run(
    `insert into record_index(rowid, words, facets)
     select rank, '合 作 项 目 ' || substr(id, 9) || ' | project ' || substr(id, 9),
            'kproject y' || year || ' mother ssigned f2 ccn' || case when rank % 997 = 0 then ' cza' else '' end
     from record where kind = 'project' and id like 'project-%'`,
  );
  for (const n of [1, 2]) {
    await run(
      `${series} insert into party select 'project-' || n, 2, ?2, 'organiser', 'body-' || (1 + n % ?3), null, null from r`,
      records,
      n,
      organisations,
    );
  }
}

const views = [
  '/api/v1/records',
  '/api/v1/records?release=3',
  '/api/v1/records?kind=project&year=2020',
  `/api/v1/records?q=${encodeURIComponent('合作')}`,
  `/api/v1/records?q=${encodeURIComponent('合作')}&kind=project&country=ZA`,
  '/api/v1/records?q=project&year=2018&limit=20',
  '/api/v1/records?country=ZA',
  '/api/v1/records?kind=project&after=20170000000000',
  '/api/v1/organisations?q=body',
  '/api/v1/organisations?country=ZA',
  '/api/v1/yearbook?from=2020&to=2020&limit=100',
];

describe('what a look into the register costs', () => {
  const small = new Map<string, number>();
  beforeAll(async () => {
    await prepareRecord('facts');
    await fill(5_000);
    for (const view of views) {
      const { rows, shown } = await rowsReadBy(view);
      expect(shown, view).toBeGreaterThan(0);
      small.set(view, rows / shown);
    }
    await database.batch(
      ['record', 'party', 'organisation'].map((table) =>
        database
          .prepare(`delete from ${table} where ${table === 'party' ? 'record' : 'id'} like ?1`)
          .bind(table === 'organisation' ? 'body-%' : 'project-%'),
      ),
    );
    await database.batch([
      database.prepare(`delete from record_index where facets match 'kproject'`),
      database.prepare(`delete from organisation_index where rowid > 1000`),
    ]);
    await fill(50_000);
  }, 120_000);

  it.each(views)(
    '%s: as many rows for each that is shown, with 50,000 records as with 5,000',
    async (view) => {
      const { rows, shown } = await rowsReadBy(view);
      expect(rows / shown).toBeLessThan(small.get(view)! * 1.5);
      expect(rows / shown).toBeLessThan(20);
    },
  );
});
