import { expect, test, type Frame, type Page } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { useHostSite } from './host-site.ts';
import { languages } from './pages.ts';
import { signIn } from './staff.ts';
import { listViolations } from './violations.ts';

const chart = (ours: string, path: string, inside = '') =>
  `<yearbook-chart src="${ours}/embed/${path}">${inside}</yearbook-chart>`;
const image = (ours: string) =>
  `<a href="${ours}/en/metrics/agreements-signed"><img src="${ours}/charts/agreements-signed.svg?lang=en" alt="Agreements signed" width="600"></a>`;
const script = (ours: string) => `<script src="${ours}/embed.js" async></script>`;

const { at } = useHostSite({
  '/three': (ours) =>
    `<p>One.</p>${chart(ours, 'agreements-signed?lang=en', image(ours))}` +
    `<p>Two.</p>${chart(ours, 'projects-landed?lang=en&theme=dark')}` +
    `<p>Three.</p><iframe src="/inner?ours=${encodeURIComponent(ours)}" width="100%" height="900"></iframe>` +
    script(ours),
  '/inner': (ours) => script(ours) + chart(ours, 'meetings-held?lang=en&release=4'),
  '/pasted': (ours) =>
    // As WordPress leaves it of what oEmbed told.
    `<iframe class="wp-embedded-content" sandbox="allow-scripts" src="${ours}/embed/agreements-signed?lang=en#?secret=abcDEF1234" width="600" height="700"></iframe>` +
    '<script>var heard = []; addEventListener("message", ({ data }) => heard.push(data))</script>',
  '/page': (ours) => `<iframe id="page" src="${ours}/en"></iframe>`,
});

/** Every chart of a page and of the pages within it, by address: its frame, and the height that is given to it. */
async function listCharts(page: Page): Promise<{ frame: Frame; given: number; title: string }[]> {
  const frames = page
    .frames()
    .filter((frame) => frame.url().includes('/embed/'))
    .toSorted((a, b) => a.url().localeCompare(b.url()));
  return Promise.all(
    frames.map(async (frame) => {
      const element = await frame.frameElement();
      const box = await element.evaluate((one) => (one as Element).getBoundingClientRect().height);
      return { frame, given: box, title: (await element.getAttribute('title')) ?? '' };
    }),
  );
}

/** Waits until every chart of the page has the height that it needs, to the pixel, and gives these. */
async function fitted(page: Page, charts: number): Promise<number[]> {
  let heights: number[] = [];
  await expect(async () => {
    const found = await listCharts(page);
    expect(found).toHaveLength(charts);
    heights = found.map(({ given }) => given);
    const needed = await Promise.all(
      found.map(({ frame }) =>
        frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height)),
      ),
    );
    expect(heights).toEqual(needed);
    expect(Math.min(...heights)).toBeGreaterThan(300);
  }).toPass();
  return heights;
}

test('charts in the page of another site are as high as they need to be', async ({
  page,
  baseURL,
}) => {
  await page.setViewportSize({ width: 1000, height: 2600 });
  await page.goto(at('/three', baseURL!));
  const wide = await fitted(page, 3);
  expect((await listCharts(page)).map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Agreements signed/),
    expect.stringMatching(/^Meetings held/),
    expect.stringMatching(/^Projects landed/),
  ]);

  await page.setViewportSize({ width: 320, height: 3600 });
  await expect(async () => expect(await fitted(page, 3)).not.toEqual(wide)).toPass();
  const narrow = await fitted(page, 3);

  // A reader opens the table; then the page turns to Chinese, and takes another chart in.
  await page
    .frames()
    .find((frame) => frame.url().includes('projects-landed'))!
    .click('summary');
  await expect(async () =>
    expect((await fitted(page, 3))[2]).toBeGreaterThan(narrow[2]! + 40),
  ).toPass();
  await page.evaluate(() => {
    const [first] = document.querySelectorAll('yearbook-chart');
    first!.setAttribute('src', first!.getAttribute('src')!.replace('lang=en', 'lang=zh'));
    const late = first!.cloneNode() as HTMLElement;
    late.setAttribute(
      'src',
      late.getAttribute('src')!.replace('agreements-signed', 'people-trained'),
    );
    late.setAttribute('label', 'People');
    document.body.append(late);
  });
  await expect
    .poll(async () => (await listCharts(page)).map(({ title }) => title))
    .toEqual([
      expect.stringMatching(/^签署合作协议|^签约/),
      expect.stringMatching(/^Meetings held/),
      'People',
      expect.stringMatching(/^Projects landed/),
    ]);
  const after = await fitted(page, 4);

  // Another frame of the page says that it is a chart: so can every frame.
  await page.evaluate(() => {
    const other = document.createElement('iframe');
    other.srcdoc = `<script>
      for (const height of [9, 5000]) parent.postMessage({ yearbook: { height, title: 'forged' } }, '*');
      parent.postMessage('done', '*')</script>`;
    return new Promise((resolve) => {
      addEventListener('message', ({ data }) => data === 'done' && resolve(null));
      document.body.append(other);
    });
  });
  expect(await fitted(page, 4)).toEqual(after);
  expect((await listCharts(page)).map(({ title }) => title)).not.toContain('forged');
});

test('without scripts, and on paper, an image stands in the place of the chart', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(at('/three', baseURL!));
  await expect(plain.getByRole('link', { name: 'Agreements signed' })).toBeVisible();
  await plain.goto(`${baseURL}/embed/agreements-signed?lang=en&release=4`);
  await expect(plain.locator('.plot > svg:visible')).toHaveCount(1);
  await plain.getByText('Show as a table').click();
  await expect(plain.getByRole('row', { name: /^Total/ })).toContainText('≥17');
  await context.close();

  const page = await browser.newPage({ viewport: { width: 1000, height: 2600 } });
  await page.goto(at('/three', baseURL!));
  await fitted(page, 3);
  const shown = page.locator('yearbook-chart').first();
  await expect(shown.getByRole('img')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(shown.getByRole('img')).toBeVisible();
  await expect(shown.locator('iframe')).toBeHidden();
  // One that has nothing in its place prints as it is.
  await expect(page.locator('yearbook-chart').nth(1).locator('iframe')).toBeVisible();
  await page.close();
});

test('a chart in a frame is small, and keeps and tells nothing', async ({
  page,
  baseURL,
  request,
}) => {
  const answers: { url: string; size: Promise<number> }[] = [];
  page.on('response', (answer) =>
    answers.push({
      url: answer.url(),
      size: answer.body().then((body) => gzipSync(body).length),
    }),
  );
  const url = `${baseURL}/embed/agreements-signed?lang=en`;
  await page.goto(url, { waitUntil: 'networkidle' });
  const text = await (await request.get(url)).text();
  expect(text.match(/<script(?![^>]*\b(?:type="module"|async|defer))|\w+Storage/g)).toBeNull();
  expect(text.match(/<link(?=[^>]*rel="stylesheet")(?![^>]*\bdisabled)[^>]*>/g)).toBeNull();
  const sizes = await Promise.all(answers.map(({ size }) => size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(30_000);
  expect(answers.length).toBeLessThanOrEqual(3);

  await page.locator('.plot').hover();
  await expect(page.locator('.plot canvas')).toBeVisible();
  expect(answers.filter((one) => !one.url.startsWith(`${baseURL}/`))).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
  const kept = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  expect(kept).toEqual([0, 0, 0, 0]);

  const element = await request.get('/embed.js');
  expect((await element.body()).length).toBeLessThanOrEqual(2_000);
  expect(element.headers()).toMatchObject({
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=600, must-revalidate',
  });
});

test('every site may frame a chart, wrong or not, and nothing else', async ({
  page,
  baseURL,
  request,
}) => {
  for (const [path, status] of [
    ['/embed/agreements-signed?theme=auto', 200],
    ['/embed/agreements-signed?theme=blue', 400],
    ['/embed/agreements-signed?release=99', 404],
    ['/embed/none?lang=en', 404],
    ['/embed/c/none', 404],
    ['/embed/no/such/thing', 404],
  ] as const) {
    const answer = await request.get(path);
    expect([path, answer.status()]).toEqual([path, status]);
    const { 'content-security-policy': policy, ...headers } = answer.headers();
    expect(policy).toMatch(/frame-ancestors \*$/);
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['set-cookie']).toBeUndefined();
    expect(await answer.text()).not.toMatch(/<nav|<form/);
  }
  const told = await (
    await request.get('/embed/agreements-signed?lang=en&show=x&from=1900')
  ).text();
  expect(told).toContain('show: Expected value or change or cumulative or share');
  expect(told).toContain('from: Expected a year from 2018 to');

  const page404 = await request.get('/charts/agreements-signed.svg');
  expect(page404.headers()['x-frame-options']).toBe('DENY');
  await page.goto(at('/page', baseURL!));
  const refused = page.frames().find((frame) => frame.parentFrame());
  await expect(async () => expect(refused!.url()).toMatch(/^chrome-error:/)).toPass();
});

test('an address that is pasted into WordPress becomes a chart that fits', async ({
  page,
  baseURL,
  request,
}) => {
  const html = await (
    await request.get('/en/metrics/agreements-signed?show=share&release=5')
  ).text();
  const found = Object.fromEntries(
    [...html.matchAll(/<link rel="alternate" type="([^"]+)\+oembed" href="([^"]+)"/g)].map(
      ([, type, href]) => [type!, href!.replaceAll('&amp;', '&')],
    ),
  );
  expect(Object.keys(found)).toEqual(['application/json', 'text/xml']);
  for (const width of [320, 560, 800]) {
    const answer = await request.get(`${found['application/json']}&maxwidth=${width}`);
    const told = await answer.json();
    expect(told).toMatchObject({ version: '1.0', type: 'rich', width });
    const src = /<iframe src="([^"]+)"/.exec(told.html)![1]!.replaceAll('&amp;', '&');
    expect(src).toBe(`${baseURL}/embed/agreements-signed?show=share&release=5&lang=en`);
    await page.setViewportSize({ width, height: told.height });
    await page.goto(src);
    const needed = await page.evaluate(() => document.body.getBoundingClientRect().height);
    expect(told.height - needed, `room left of ${told.height}`).toBeGreaterThanOrEqual(0);
    expect(told.height - needed, `room left of ${told.height}`).toBeLessThan(120);
  }
  const xml = await request.get(found['text/xml']!);
  expect(xml.headers()['content-type']).toMatch(/^text\/xml/);
  const type = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'text/xml').querySelector('type')?.textContent,
    await xml.text(),
  );
  expect(type).toBe('rich');
  expect((await request.get('/oembed?url=https://example.org/')).status()).toBe(400);
  expect((await request.get(`/oembed?url=${baseURL}/en/metrics/none`)).status()).toBe(404);
  expect((await request.get(`/oembed?url=${baseURL}/embed/a&format=yaml`)).status()).toBe(501);

  // Its frames have no origin.
  await page.goto(at('/pasted', baseURL!));
  const frame = page.frameLocator('iframe');
  await frame.locator('.plot').hover();
  await expect(frame.locator('.plot canvas')).toBeVisible();
  const heard = await page.evaluate(() => (window as unknown as { heard: object[] }).heard);
  expect(heard).toContainEqual({
    message: 'height',
    secret: 'abcDEF1234',
    value: expect.any(Number),
  });
});

for (const language of languages)
  test(`axe finds nothing in a frame in ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`/embed/agreements-signed?lang=${language}&release=4`);
    await page.locator('summary').first().click();
    expect(await listViolations(page)).toEqual([]);
    const widths = [240, 320, 390, 512, 820, 1200];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth, `at ${width} px`).toBe(width);
      await expect(page.locator('.plot > svg:visible')).toHaveCount(1);
    }
  });

test('the staff see where charts are embedded, and how that is counted', async ({ page }) => {
  await signIn(page, 'viewer');
  await page.goto('/staff/embeds');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where charts are embedded');
  await expect(
    page.getByText('No chart has been shown in the pages of another site'),
  ).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'No cookie is set' })).toBeVisible();
  expect(await listViolations(page)).toEqual([]);
});
