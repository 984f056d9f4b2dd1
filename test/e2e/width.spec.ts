import { expect, test } from '@playwright/test';
import { addresses, charted } from './pages.ts';

test.use({ trace: 'off' });

const asTables = charted.map((id) => `${id}.view=table`).join('&');
const all = [...addresses, `/zh?${asTables}`, `/en?${asTables}`, '/en/nowhere', '/api'];

for (const width of [390, 320])
  test(`no page is wider than a screen of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    const wider = [];
    for (const address of all) {
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrollWidth > width) wider.push(`${address}: ${scrollWidth}`);
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
