import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFront } from '../../worker/front.ts';
import { database, prepareRecord } from './record.ts';
import { countRowsRead } from './rows-read.ts';

/** Publishes the newest state again and again, so that each figure has a long history. */
async function publishAgain(from: number, to: number): Promise<void> {
  await database.batch([
    database
      .prepare(
        `with recursive r(n) as (select ?1 union all select n + 1 from r where n < ?2)
         insert into release
         select n, strftime('%Y-%m-%dT%H:%M:%fZ', '2026-01-16', '+' || n || ' minutes'), 'correction', '{}', 0 from r`,
      )
      .bind(from, to),
    database
      .prepare(
        `with recursive r(n) as (select ?1 union all select n + 1 from r where n < ?2)
         insert into figure
         select metric, year, member, r.n, case when r.n = ?2 then null else r.n end,
                value, qualifier, status, sample, source, note, 'correction'
         from figure, r where last_release is null`,
      )
      .bind(from, to),
    database
      .prepare(
        'update figure set last_release = ?1 - 1 where last_release is null and first_release < ?1',
      )
      .bind(from),
  ]);
}

async function countFigures(): Promise<number> {
  const row = await database.prepare('select count(*) as n from figure').first<{ n: number }>();
  return row!.n;
}

/** Rows read by one cold request: nothing remembered, nothing cached. */
async function rowsReadBy(path: string): Promise<number> {
  const { counted, rows } = countRowsRead(database);
  const ctx = createExecutionContext();
  const request = new Request(`http://yearbook.test${path}`);
  // Another build: nothing that a former request left in the edge cache answers.
  const bindings = {
    ...(env as Env),
    DB: counted,
    VERSION: { ...env.VERSION, id: crypto.randomUUID() },
  };
  const answer = await createFront(null).fetch(request, bindings, ctx);
  await answer.arrayBuffer();
  await waitOnExecutionContext(ctx);
  expect(answer.status).toBe(200);
  return rows();
}

const views = [
  '/api/v1/overview?by=members',
  '/api/v1/overview?by=members&release=6',
  '/api/v1/overview?by=members&release=9',
  '/api/v1/metrics/agreements-signed/figures?to=2025',
  '/api/v1/metrics/agreements-signed/figures?to=2025&release=7',
  '/api/v1/metrics/agreements-signed/newer?to=2025&release=7',
  '/api/v1/metrics/agreements-signed/code?to=2025&release=7',
  '/api/v1/figures.csv',
  '/api/v1/figures.csv?release=7',
  '/api/v1/releases/6',
  '/api/v1/releases/7/changes',
];

describe('what a view costs', () => {
  const small = new Map<string, number>();
  beforeAll(async () => {
    await prepareRecord('samples');
    await publishAgain(6, 11);
    expect(await countFigures()).toBeLessThan(1_100);
    for (const view of views) small.set(view, await rowsReadBy(view));
    await publishAgain(12, 720);
    expect(await countFigures()).toBeGreaterThan(100_000);
  }, 120_000);

  it.each(views)(
    '%s reads as many rows with 100,000 figures of history as with 1,000',
    async (view) => {
      const large = await rowsReadBy(view);
      expect(small.get(view)).toBeGreaterThan(0);
      expect(large / small.get(view)!).toBeGreaterThan(0.9);
      expect(large / small.get(view)!).toBeLessThan(1.1);
    },
  );
});
