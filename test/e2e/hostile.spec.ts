import { expect, test, type Page } from '@playwright/test';
import { figure, recordOf, useRecord } from './other-record.ts';

/** Each would do something if it were not drawn as text. */
const attacks = [
  '<script>window.attacked = 1</script>',
  '"><img src=x onerror="window.attacked = 1">',
  `'><svg onload=window.attacked=1>`,
  '</title></style></textarea><iframe srcdoc="<script>parent.attacked=1</script>">',
  '{{constructor.constructor("window.attacked=1")()}} ${attacked} {@html attacked}',
  '\u202Eright to left \u0001\u0007\u001B[31m &amp; &lt;b&gt; ]]> <!-- -->',
  '=HYPERLINK("http://evil.example","x")',
];
const attack = attacks.join(' ');
const words = { zh: `甲${attack}`, en: `A${attack}` };
const base = recordOf([]);

useRecord({
  ...base,
  release: base.release.map((one) => ({ ...one, notes: words })),
  metricGroup: base.metricGroup.map((one) => ({ ...one, names: words })),
  breakdown: base.breakdown.map((one) => ({ ...one, names: words })),
  member: base.member.map((one) => ({ ...one, names: words })),
  metric: base.metric.map((one) => ({
    ...one,
    names: words,
    definitions: words,
    units: { zh: { other: words.zh }, en: { one: words.en, other: words.en } },
  })),
  centre: base.centre.map((one) => ({ ...one, names: words })),
  source: [
    ...[
      'javascript:window.attacked=1',
      'data:text/html,<script>1</script>',
      'https://example.org/"onclick="x',
    ],
  ].map((url, i) => ({ ...base.source[0]!, id: `s${i}`, url, titles: words, publisher: words })),
  figure: [
    figure({ year: 2023, member: 'biomedicine', value: 2, source: 's0', note: words }),
    figure({ year: 2024, member: 'biomedicine', value: 3, source: 's1', note: words }),
    figure({ year: 2024, member: 'other', value: 4, source: 's2', note: words, status: 'E' }),
    figure({ year: 2024, metric: 'people-trained', source: 's0', note: words }),
  ],
});

const paths = [
  '',
  '?agreements-signed.view=table',
  '/metrics/agreements-signed',
  '/metrics/agreements-signed?history=2024&member=other',
  '/years/2024',
  '/releases',
  '/releases/1',
  '/data',
  '/about',
];

/** What ran, asked, opened or broke the policy. A refused script is one that got in. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('request', (request) => {
    const { hostname, pathname } = new URL(request.url());
    if (hostname !== '127.0.0.1' || pathname.endsWith('/x')) seen.push(request.url());
  });
  return seen;
}

const isAttacked = (page: Page) => page.evaluate(() => 'attacked' in window);

for (const language of ['zh', 'en'] as const)
  test(`hostile words are drawn as words on every page in ${language}`, async ({ page }) => {
    const seen = await watch(page);
    for (const path of paths) {
      const answer = await page.goto(`/${language}${path}`);
      expect(answer!.status(), path).toBe(200);
      expect(await isAttacked(page), path).toBe(false);
      await expect(
        page.locator(
          'main img:not([src^="/v/of/"]), iframe, main script, [onload], [onerror], [onclick]',
        ),
      ).toHaveCount(0);
      const led = await page
        .locator('a')
        .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
      expect(
        led.filter((href) => !/^https?:/.test(href)),
        path,
      ).toEqual([]);
      if (path !== '/about') await expect(page.locator('main')).toContainText(attacks[0]!);
    }
    expect(seen).toEqual([]);
  });

test('titles, drawings and their descriptions hold them as text', async ({ page }) => {
  await page.goto('/en/metrics/agreements-signed');
  expect(await page.title()).toContain(attacks[0]!);
  const drawing = page.locator('.plot > svg:visible');
  await expect(drawing.locator('title')).toContainText(attacks[1]!);
  await expect(drawing.locator('desc')).toContainText(attacks[0]!);
  await expect(drawing.locator('script, image, foreignObject, svg')).toHaveCount(0);
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /<script>/);
});

test('the canvas, its tip and what is read aloud hold them as text', async ({ page }) => {
  const seen = await watch(page);
  await page.goto('/en/metrics/agreements-signed');
  const plot = page.locator('.plot');
  await plot.focus();
  await expect(plot.locator('canvas')).toBeVisible();
  await page.keyboard.press('End');
  await expect(plot.locator('.tip')).toContainText(attacks[0]!);
  await page.keyboard.press('ArrowDown');
  await expect(plot.locator('[aria-live]')).toContainText(attacks[1]!);
  await page.getByRole('link', { name: 'Cumulative', exact: true }).click();
  await expect(page).toHaveURL(/show=cumulative/);
  await expect(page.locator('#announce')).toContainText(attacks[0]!);
  expect(await isAttacked(page)).toBe(false);
  expect(seen).toEqual([]);
});

test('no word turns what stands behind it, such as a number, from right to left', async ({
  page,
}) => {
  for (const path of ['/en', '/zh/years/2024', '/en/metrics/agreements-signed']) {
    await page.goto(path);
    const text = (await page.getByRole('main').textContent())! + (await page.title());
    expect(text.match(/[\u202A-\u202E\u2066-\u2069]/g), path).toBeNull();
  }
});

test('files hold them as text, and start no formula', async ({ request }) => {
  const file = await request.get('/api/v1/metrics/agreements-signed/figures.csv');
  expect(file.headers()['content-type']).toMatch(/^text\/csv/);
  expect(file.headers()['x-content-type-options']).toBe('nosniff');
  expect(await file.text()).toContain(attacks[0]!);
  expect(await file.text()).not.toMatch(/(^|,)"?[=+@]/m);
  const figures = await request.get('/api/v1/metrics/agreements-signed/figures');
  expect(figures.headers()['content-type']).toMatch(/^application\/json/);
  expect((await figures.json()).figures.metric.names).toEqual(words);
  const model = await request.get('/en/metrics/agreements-signed/model.json');
  expect(model.headers()['content-type']).toMatch(/^application\/json/);
});
