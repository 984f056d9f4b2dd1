import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { differingPixels } from './takeover-pixels.ts';

const path = '/en/metrics/agreements-signed';

async function openPlot(page: Page): Promise<Locator> {
  await page.goto(path);
  const plot = page.locator('.plot').first();
  await plot.scrollIntoViewIfNeeded();
  return plot;
}

/** Until the canvas stands in the SVG's place. A touch may come before the page's script. */
async function touch(plot: Locator): Promise<void> {
  await expect(async () => {
    await plot.page().mouse.move(0, 0);
    await plot.hover();
    await expect(plot).toHaveClass(/\blive\b/, { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  await plot.page().mouse.move(0, 0);
}

const shown = (plot: Locator) => plot.locator('> svg:visible');

for (const { name, width, colorScheme } of [
  { name: 'wide and light', width: 1280, colorScheme: 'light' },
  { name: 'wide and dark', width: 1280, colorScheme: 'dark' },
  { name: 'narrow', width: 390, colorScheme: 'light' },
] as const)
  test(`the canvas stands where the drawing stood: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const plot = await openPlot(page);
    await page.mouse.move(0, 0);
    const before = await plot.boundingBox();
    const drawn = await plot.screenshot();
    await touch(plot);
    await expect(plot.locator('.tip')).toBeHidden();
    expect(await plot.boundingBox()).toEqual(before);
    const canvas = await plot.screenshot();
    // Edges of letters and bars are smoothed differently where the plot does not begin on a whole pixel.
    expect(await differingPixels(page, drawn, canvas)).toBeLessThan(0.02);
    expect(await differingPixels(page, drawn, canvas, 128)).toBeLessThan(0.01);
  });

test.describe('with the keyboard', () => {
  test('arrow keys walk the points, and their reading is spoken', async ({ page }) => {
    const plot = await openPlot(page);
    await touch(plot);
    const reading = plot.locator('.reading');
    await plot.focus();
    await plot.press('Home');
    await expect(reading).toContainText('2018');
    const first = await reading.textContent();
    await plot.press('ArrowRight');
    await expect(reading).toContainText('2019');
    await plot.press('ArrowLeft');
    await expect(reading).toHaveText(first!);
    await plot.press('ArrowDown');
    await expect(reading).not.toHaveText(first!);
    await expect(plot.locator('.tip')).toBeVisible();
    await plot.press('Escape');
    await expect(plot.locator('.tip')).toBeHidden();
    await expect(reading).toBeEmpty();
  });

  test('keys it does not know stay with the page', async ({ page }) => {
    const plot = await openPlot(page);
    await touch(plot);
    await plot.focus();
    await plot.press('Tab');
    await expect(plot).not.toBeFocused();
  });
});

test('a pointer shows the year it is on, and leaves nothing behind', async ({ page }) => {
  const plot = await openPlot(page);
  await touch(plot);
  const box = (await plot.boundingBox())!;
  await page.mouse.move(box.x + box.width - 30, box.y + box.height / 2);
  await expect(plot.locator('.tip')).toContainText(/20\d\d/);
  await page.mouse.move(0, 0);
  await expect(plot.locator('.tip')).toBeHidden();
});

test('print shows the drawing, not the canvas', async ({ page }) => {
  const plot = await openPlot(page);
  await touch(plot);
  await page.emulateMedia({ media: 'print' });
  await expect(plot.locator('canvas')).toBeHidden();
  await expect(shown(plot)).toHaveCSS('opacity', '1');
});

test('another width brings the other layout, another theme other colours', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const plot = await openPlot(page);
  await touch(plot);
  const light = await plot.screenshot();
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  await expect(async () => {
    expect(await differingPixels(page, light, await plot.screenshot())).toBeGreaterThan(0.5);
  }).toPass();
  const narrow = page.waitForRequest(/size=narrow/);
  await page.setViewportSize({ width: 390, height: 900 });
  await narrow;
  await expect(plot).toHaveClass(/\blive\b/);
  await expect(plot.locator('> svg.narrow')).toBeVisible();
});

test('where the model cannot be had the drawing stays, and the next touch tries again', async ({
  page,
}) => {
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await page.route(/model\.json/, (route) => route.abort());
  const plot = await openPlot(page);
  const asked = page.waitForRequest(/model\.json/);
  await plot.hover();
  await asked;
  await plot.focus();
  await plot.press('ArrowRight');
  await expect(plot).not.toHaveClass(/\blive\b/);
  await expect(plot.locator('canvas')).toHaveCount(0);
  await expect(shown(plot)).toBeVisible();
  expect(errors).toEqual([]);
  await page.unroute(/model\.json/);
  await touch(plot);
});
