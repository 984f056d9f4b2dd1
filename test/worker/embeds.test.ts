import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { EmbedsAnswer } from '../../schema/staff/embeds.ts';
import { readHost } from '../../worker/embeds/host.ts';
import { createFront, type Site } from '../../worker/front.ts';
import { countEmbedUse, MOST_A_DAY } from '../../worker/queries/embed-uses.ts';
import { listEmbedUses } from '../../worker/queries/staff/embed-uses.ts';
import { openStaffDb } from '../../worker/queries/staff/open.ts';
import { database, prepareRecord } from './record.ts';
import { employ } from './staff.ts';

/** A site whose frames are there, whatever they are called, but for one; the pages need a build. */
const site: Site = {
  async fetch(request) {
    const isThere = !request.url.includes('nowhere');
    return new Response('a chart', { status: isThere ? 200 : 404 });
  },
};
const front = createFront(site);

/** Asks for a frame as a browser does that shows it in a page of this host. Gives the answer once all is counted. */
async function show(
  path: string,
  referer: string | null = 'https://news.example.org/',
  headers: Record<string, string> = {},
): Promise<Response> {
  const ctx = createExecutionContext();
  const request = new Request(`http://yearbook.test${path}`, {
    headers: { 'sec-fetch-dest': 'iframe', ...(referer !== null && { referer }), ...headers },
  });
  const answer = await front.fetch(request, env, ctx);
  await waitOnExecutionContext(ctx);
  return answer;
}

const db = () => openStaffDb(database);
const counts = async () =>
  (await listEmbedUses(db())).map(({ chart, host, days7 }) => [chart, host, days7]);

beforeAll(() => prepareRecord('facts'));
beforeEach(async () => void (await database.exec('DELETE FROM embed_use')));

describe('a chart in a frame', () => {
  it('is counted by the name of the host, also where the answer comes from a cache', async () => {
    const first = await show('/embed/agreements-signed?lang=en', 'https://News.Example.org/a?b=c');
    const etag = first.headers.get('etag')!;
    await show('/embed/agreements-signed?lang=en');
    const again = await show('/embed/agreements-signed?lang=zh', 'https://news.example.org', {
      'if-none-match': etag,
    });
    expect(again.status).toBe(304);
    expect(await counts()).toEqual([['agreements-signed', 'news.example.org', 3]]);
    const { results } = await database.prepare('SELECT * FROM embed_use').all();
    expect(results).toEqual([
      {
        day: new Date().toISOString().slice(0, 10),
        host: 'news.example.org',
        chart: 'agreements-signed',
        count: 3,
      },
    ]);
  });

  it.each([
    ['our own page', '/embed/agreements-signed', 'http://yearbook.test/en', {}],
    ['nobody who is named', '/embed/agreements-signed', null, {}],
    ['a machine', '/embed/agreements-signed', 'http://203.0.113.7:8080/', {}],
    ['a link', '/embed/agreements-signed', undefined, { 'sec-fetch-dest': 'document' }],
    ['no browser', '/embed/agreements-signed', undefined, { 'sec-fetch-dest': '' }],
    ['an error', '/embed/nowhere', undefined, {}],
    ['no chart', '/embed/never-was', undefined, {}],
    ['no saved chart', '/embed/c/never-was', undefined, {}],
    ['the model of one', '/embed/agreements-signed/model.json', undefined, {}],
    ['another page', '/en', undefined, {}],
  ])('is not counted: %s', async (_, path, referer, headers) => {
    await show(path, referer, headers);
    expect(await counts()).toEqual([]);
  });

  it('is not counted where it was never shown: an answer of no content to a forged tag', async () => {
    const { headers } = await show('/embed/agreements-signed', null);
    const tag = { 'if-none-match': headers.get('etag')! };
    expect((await show('/embed/never-was', undefined, tag)).status).toBe(304);
    expect(await counts()).toEqual([]);
  });

  it('is not counted where the setting says so', async () => {
    const admin = await employ('admin');
    await admin.read('PUT', '/settings', { countEmbeds: false });
    await show('/embed/agreements-signed');
    expect((await admin.read<EmbedsAnswer>('GET', '/embeds')).counting).toBe(false);
    await admin.read('PUT', '/settings', { countEmbeds: true });
    await show('/embed/agreements-signed');
    expect(await counts()).toEqual([['agreements-signed', 'news.example.org', 1]]);
  });

  it('is answered also where it cannot be counted', async () => {
    await database.exec('ALTER TABLE embed_use RENAME TO away');
    const answer = await show('/embed/agreements-signed?lang=en&from=2020');
    await database.exec('ALTER TABLE away RENAME TO embed_use');
    expect([answer.status, await answer.text()]).toEqual([200, 'a chart']);
  });

  it('takes no more new hosts than a day has room for, and goes on counting those it has', async () => {
    const now = new Date();
    const rows = Array.from({ length: MOST_A_DAY }, (_, i) => `host${i}.example.org`);
    await database
      .prepare('INSERT INTO embed_use SELECT ?, value, ?, 1 FROM json_each(?)')
      .bind(now.toISOString().slice(0, 10), 'agreements-signed', JSON.stringify(rows))
      .run();
    for (const host of ['one-more.example.org', 'host7.example.org'])
      await countEmbedUse(db(), { chart: 'agreements-signed', host }, now);
    const [most, next] = await counts();
    expect([most, next]).toEqual([
      ['agreements-signed', 'host7.example.org', 2],
      ['agreements-signed', 'host0.example.org', 1],
    ]);
    expect(await counts()).toHaveLength(MOST_A_DAY);
  });
});

describe('the host of a referer', () => {
  it.each([
    ['https://example.org./a', 'example.org'],
    ['https://数据.example.cn/', 'xn--vxup8b.example.cn'],
    ['http://user:secret@example.org:8443/', 'example.org'],
    [`https://${'a.'.repeat(127)}b/`, null],
    [`https://${'a'.repeat(64)}.org/`, null],
    ['http://localhost:3000/', null],
    ['http://[2001:db8::1]/', null],
    ['http://0x7f.1/', null],
    ['https://under_score.example.org/', null],
    ['about:srcdoc', null],
    ['android-app://org.example.app/', null],
    ['example.org', null],
    ['', null],
  ])('%s', (referer, host) => {
    expect(readHost(referer, 'yearbook.test')).toBe(host);
  });
});

describe('GET /api/v1/staff/embeds', () => {
  it('sums by chart and host over the days, and forgets what is older than a year', async () => {
    const now = new Date('2026-03-31T12:00:00Z');
    const days = [
      '2026-03-31',
      '2026-03-25',
      '2026-03-24',
      '2026-03-01',
      '2025-04-01',
      '2025-03-31',
    ];
    for (const day of days)
      await database
        .prepare('INSERT INTO embed_use VALUES (?, ?, ?, 10)')
        .bind(day, 'a.example.org', 'c/signed')
        .run();
    await countEmbedUse(db(), { chart: 'meetings-held', host: 'b.example.org' }, now);
    const use = { chart: 'c/signed', host: 'a.example.org', lastDay: '2026-03-31' };
    expect(await listEmbedUses(db(), { now })).toEqual([
      { ...use, days7: 20, days30: 30, days365: 50 },
      {
        chart: 'meetings-held',
        host: 'b.example.org',
        lastDay: '2026-03-31',
        days7: 1,
        days30: 1,
        days365: 1,
      },
    ]);
    expect(await listEmbedUses(db(), { now, chart: 'c/other' })).toEqual([]);
    const old = database.prepare("SELECT count(*) AS n FROM embed_use WHERE day <= '2025-03-31'");
    expect(await old.first('n')).toBe(0);
  });

  it('names the metrics among them, and takes one chart', async () => {
    await show('/embed/agreements-signed');
    await show('/embed/meetings-held');
    const viewer = await employ('viewer');
    const found = await viewer.read<EmbedsAnswer>('GET', '/embeds?chart=meetings-held');
    expect(found.uses.map(({ chart }) => chart)).toEqual(['meetings-held']);
    expect(found.metrics).toEqual([
      { id: 'meetings-held', names: expect.objectContaining({ en: 'Meetings held' }) },
    ]);
    expect((await viewer.ask('GET', '/embeds?host=x')).status).toBe(400);
  });
});
