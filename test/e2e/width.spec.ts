import { expect, test, type Page } from '@playwright/test';
import { addresses, charted } from './pages.ts';

const asTables = charted.map((id) => `${id}.view=table`).join('&');
const all = [...addresses, `/zh?${asTables}`, `/en?${asTables}`, '/en/nowhere', '/api'];

/** Faces with wide letters, as on machines that lack the narrower ones; where they are missing nothing changes. */
const wideFaces = `*, *::before, *::after { font-family: 'DejaVu Sans', Verdana, sans-serif !important }
  code, code *, pre, pre * { font-family: 'DejaVu Sans Mono', monospace !important }`;

/** The widths, of those of phones, at which the page is wider than the screen. */
async function tooWide(page: Page): Promise<string[]> {
  const wider = [];
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
    if (scrollWidth > width) wider.push(`${scrollWidth} of ${width}`);
  }
  return wider;
}

test('no page is wider than the screen of a phone, in whichever faces', async ({ page }) => {
  const wider = [];
  for (const address of all) {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    wider.push(...(await tooWide(page)).map((found) => `${address}: ${found}`));
    // By the browser itself: a style element would be refused.
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
    }, wideFaces);
    wider.push(...(await tooWide(page)).map((found) => `${address} in wide faces: ${found}`));
  }
  expect(wider).toEqual([]);
});

test('on a phone the tiles stand in two columns, the charts one below the other', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/zh');
  const lefts = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
  expect(new Set(await lefts('.tile')).size).toBe(2);
  expect(new Set(await lefts('figure')).size).toBe(1);
  await expect(page.locator('.plot > svg:visible')).toHaveCount(charted.length);
});

test('words can be twice as large without being cut off', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 844 });
  await page.goto('/en');
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(scrollWidth).toBeLessThanOrEqual(640);
});
