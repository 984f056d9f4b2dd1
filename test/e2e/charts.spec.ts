import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import readSheets from 'read-excel-file/node';
import { figure, recordOf, useRecord } from './other-record.ts';

const chart = '/charts/agreements-signed';
const forms = ['svg', 'png', 'csv', 'xlsx', 'json', 'jsonstat', 'docx', 'pptx'];

test('an image element shows a chart, and what is wrong with an address', async ({ page }) => {
  await page.goto('/en/about');
  const shown = (src: string) =>
    page.evaluate(async (address) => {
      const image = document.createElement('img');
      image.src = address;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, src);
  expect(await shown(`${chart}.svg?lang=zh&theme=dark&width=600&height=480`)).toEqual([600, 480]);
  expect((await shown(`${chart}.svg?colour=red&width=500`))[0]).toBe(500);
  const image = { headers: { accept: 'image/svg+xml,image/*' } };
  const wrong = await page.request.get(`${chart}.svg?show=growth&lang=zh`, image);
  expect(wrong.status()).toBe(400);
  expect(wrong.headers()['content-type']).toMatch('image/svg+xml');
  expect(await wrong.text()).toContain('无法显示此图');
  const problem = await page.request.get(`${chart}.svg?show=growth&lang=zh`, {
    headers: { accept: 'application/json' },
  });
  expect(problem.headers()['content-type']).toMatch('application/problem+json');
  expect(await problem.json()).toMatchObject({ code: 'invalid_request', status: 400 });
});

test('a file is open to every page, does nothing by itself, and is asked for again', async ({
  request,
}) => {
  for (const form of forms) {
    const answer = await request.get(`${chart}.${form}?lang=en`);
    const headers = answer.headers();
    expect(headers, form).toMatchObject({
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, no-cache',
    });
    const again = await request.get(`${chart}.${form}?lang=en`, {
      headers: { 'if-none-match': headers['etag']! },
    });
    expect(again.status(), form).toBe(304);
  }
  const svg = (await request.get(`${chart}.svg`)).headers();
  expect(svg['content-security-policy']).toContain("default-src 'none'");
  for (const none of [
    '/charts/none.svg',
    `${chart}.pdf`,
    `${chart}.csv?release=99`,
    `${chart}.png?release=99`,
  ]) {
    const answer = await request.get(none);
    expect(answer.status(), none).toBe(404);
    expect(answer.headers()['cache-control'], none).toBe('no-store');
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the view that is shown is taken away from the dashboard, at its release', async ({
    page,
  }) => {
    await page.goto('/en?release=4&agreements-signed.show=change&agreements-signed.from=2022');
    const figures = page.locator('#chart-agreements-signed');
    const title = await figures.getByRole('heading').first().textContent();
    await figures.getByRole('link', { name: 'Agreements signed: share and download' }).click();
    const take = async (form: string) => {
      const download = page.waitForEvent('download');
      const name = `Agreements signed: download as ${form}`;
      await page.getByRole('link', { name, exact: true }).click();
      return download;
    };
    const csv = await take('CSV');
    expect(csv.suggestedFilename()).toMatch(/^Agreements signed 2022–\d{4} \(release 4\)\.csv$/);
    const rows = readFileSync(await csv.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(rows[1]).toMatch(/^agreements-signed,change,2022,/);
    expect(rows.every((row, i) => i === 0 || row.endsWith(',4'))).toBe(true);

    const [table, data] = await readSheets(await (await take('XLSX')).path());
    expect(table!.data[0]![0]).toBe(title);
    expect(data!.data).toHaveLength(rows.length);

    const image = readFileSync(await (await take('SVG')).path(), 'utf8');
    expect(image).toContain('Release 4');
    const set = JSON.parse(readFileSync(await (await take('JSON-stat')).path(), 'utf8'));
    expect(set.value).toHaveLength(rows.length - 1);
  });
});

test.describe('after another release', () => {
  const release = (n: number) =>
    `insert into release (n, published_at, reason, notes) values (${n}, '2025-0${n}-01T00:00:00Z', 'correction', '{}')`;
  const record = useRecord(recordOf([figure({ value: 12 })]));

  test('a chart of a named release is the same, byte for byte, and a live one is not', async ({
    request,
  }) => {
    // Every form is made four times, by a server that has just started.
    test.slow();
    const read = async (query: string) => {
      const answers = await Promise.all(
        forms.map((form) => request.get(`${chart}.${form}?lang=en&${query}`)),
      );
      for (const answer of answers) expect(answer.status(), answer.url()).toBe(200);
      return answers;
    };
    const named = await read('release=1');
    for (const answer of named) {
      expect(answer.headers()['cache-control']).toMatch(/max-age=31536000, immutable/);
      expect(answer.headers()['etag']).toMatch(/^"1-/);
    }
    const before = await Promise.all(named.map((answer) => answer.body()));
    const lively = await Promise.all((await read('to=2024')).map((answer) => answer.body()));
    const frame = '/embed/agreements-signed?lang=en';
    const framed = await Promise.all(
      [`${frame}&release=1`, frame].map(async (address) => (await request.get(address)).text()),
    );
    await record.run([
      release(2),
      `update figure set last_release = 1 where metric = 'agreements-signed'`,
      `insert into figure select metric, year, member, 2, null, 15, qualifier, status, sample, source, note, 'correction' from figure where metric = 'agreements-signed'`,
    ]);
    await expect(async () => {
      expect(await (await request.get(frame)).text()).not.toBe(framed[1]);
    }).toPass({ timeout: 5_000 });
    for (const [i, answer] of (await read('to=2024')).entries()) {
      expect(answer.headers()['cache-control'], forms[i]).toBe('public, no-cache');
      expect(answer.headers()['etag'], forms[i]).toMatch(/^"2-/);
      expect((await answer.body()).equals(lively[i]!), forms[i]).toBe(false);
    }
    // An address of its own, so that nothing kept answers in place of the record.
    const after = await read('release=1&title=show');
    for (const [i, answer] of after.entries())
      expect((await answer.body()).equals(before[i]!), forms[i]).toBe(true);
    // A frame names its own address; nothing else of it is another.
    const [asked, askedAgain] = ['?lang=en&release=1', '?release=1&lang=en'];
    const again = await (await request.get(`/embed/agreements-signed${askedAgain}`)).text();
    const unaddressed = (html: string, query: string) =>
      [query, query.replace('&', '&amp;'), encodeURIComponent(query)].reduce(
        (text, form) => text.replaceAll(form, ''),
        html,
      );
    expect(unaddressed(again, askedAgain)).toBe(unaddressed(framed[0]!, asked));
  });
});
