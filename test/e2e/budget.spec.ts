import { expect, test, type Page, type Response } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { charted, languages } from './pages.ts';

/** Bytes as they are sent: text is compressed on the way. */
const compressed = async (response: Response) => gzipSync(await response.body()).length;

/** Everything the page asks for until it is quiet. */
async function load(page: Page, address: string): Promise<Response[]> {
  const answers: Response[] = [];
  page.on('response', (answer) => answers.push(answer));
  await page.goto(address, { waitUntil: 'networkidle' });
  return answers;
}

/** How far the page has jumped since it began to load (web.dev/cls, without its windows: the plain sum). */
const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
        };
        const observer = new PerformanceObserver((list) => add(list.getEntries()));
        observer.observe({ type: 'layout-shift', buffered: true });
        // Two frames: the observer is told of a shift after it was painted.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            add(observer.takeRecords());
            resolve(sum);
          }),
        );
      }),
  );

for (const language of languages) {
  test(`the dashboard in ${language} is small`, async ({ page }) => {
    const answers = await load(page, `/${language}`);
    const html = answers[0]!;
    const text = await html.text();

    // What holds up the first paint: the page itself with its style sheet, and scripts without "module" or "async".
    const blocking = [
      ...text.matchAll(/<script(?![^>]*\b(?:type="module"|async|defer))[^>]*src=/g),
    ];
    expect(blocking).toEqual([]);
    expect(text.match(/<link(?=[^>]*rel="stylesheet")(?![^>]*\bdisabled)[^>]*>/g)).toBeNull();
    expect(await compressed(html)).toBeLessThanOrEqual(25_000);

    const sizes = await Promise.all(answers.map(compressed));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(90_000);
    expect(answers.length).toBeLessThanOrEqual(8);
    expect(answers.filter((answer) => !answer.ok()).map((answer) => answer.url())).toEqual([]);
  });

  test(`the first answer in ${language} has all tiles and charts`, async ({ request }) => {
    const html = await (await request.get(`/${language}`)).text();
    expect(html.match(/<li class="tile/g)).toHaveLength(8);
    for (const id of charted) {
      const figure = html.split(`id="chart-${id}"`)[1]!.split('</figure>')[0]!;
      expect(figure.match(/<svg class="chart (narrow|wide)"/g)).toHaveLength(2);
      expect(figure).toContain('<table');
      expect(figure).toContain('<desc');
    }
  });
}

test('the chart code comes with the first touch, not before', async ({ page }) => {
  const answers = await load(page, '/en');
  const before = answers.length;
  await page.locator('#chart-meetings-held .plot').hover();
  await expect(page.locator('#chart-meetings-held canvas')).toBeVisible();
  const sizes = await Promise.all(answers.slice(before).map(compressed));
  expect(sizes.length).toBeGreaterThanOrEqual(2);
  expect(Math.max(...sizes), 'Chart.js was not there before').toBeGreaterThan(20_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(90_000);
});

for (const width of [1280, 390])
  test(`nothing moves on load, nor when charts are taken over, at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/en', { waitUntil: 'networkidle' });
    expect(await shifts(page)).toBe(0);
    for (const id of charted) {
      const plot = page.locator(`#chart-${id} .plot`);
      await plot.scrollIntoViewIfNeeded();
      const before = await plot.boundingBox();
      await plot.hover();
      await expect(plot.locator('canvas')).toBeVisible();
      expect(await plot.boundingBox()).toEqual(before);
    }
    expect(await shifts(page)).toBe(0);
  });

test('a shift would be seen', async ({ page }) => {
  await page.goto('/en', { waitUntil: 'networkidle' });
  await page.evaluate(() => (document.querySelector('header')!.style.paddingTop = '200px'));
  await expect.poll(() => shifts(page)).toBeGreaterThan(0);
});
