import { expect, test } from '@playwright/test';
import { listViolations } from './violations.ts';

/** The newest year of this release is one with entries. */
const chart = '/en/metrics/agreements-signed?release=4';
const biomedicine =
  /\/en\/metrics\/agreements-signed\/records\?release=4&year=2024&member=biomedicine$/;
const whole = /\/en\/metrics\/agreements-signed\/records\?release=4&year=2024$/;

test('a bar leads to the entries behind it, by pointer and by keyboard', async ({ page }) => {
  await page.goto(chart);
  const plot = page.locator('.plot').first();
  const bar = plot.locator('.links:visible a[href*=biomedicine]');
  await expect(async () => {
    await page.mouse.move(0, 0);
    await bar.hover();
    await expect(plot).toHaveClass(/\blive\b/, { timeout: 1000 });
  }).toPass({ timeout: 15_000 });
  await page.mouse.move(0, 0);
  await bar.hover();
  await expect(plot.locator('.tip')).toContainText('Enter for the entries behind it');
  expect(await listViolations(page)).toEqual([]);
  await bar.click();
  await expect(page).toHaveURL(biomedicine);
  await expect(page.getByRole('main')).toContainText('8 of at least 8 reported');

  await page.goto(chart);
  await plot.focus();
  await expect(plot).toHaveClass(/\blive\b/);
  await plot.press('End');
  await expect(plot.locator('.reading')).toContainText('Enter for the entries behind it');
  await plot.press('Enter');
  await expect(page).toHaveURL(whole);
});

test('a finger sees the values first, and follows with the second touch', async ({ browser }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(chart);
  const plot = page.locator('.plot').first();
  await plot.scrollIntoViewIfNeeded();
  await plot.tap({ position: { x: 60, y: 60 } });
  await expect(plot).toHaveClass(/\blive\b/);
  const bar = plot.locator('.links:visible a[href*=biomedicine]');
  await bar.tap();
  await expect(plot.locator('.tip')).toContainText('Biomedicine ≥8');
  await expect(page).toHaveURL(/agreements-signed\?release=4$/);
  await bar.tap();
  await expect(page).toHaveURL(biomedicine);
  await context.close();
});

test('without scripts bars and cells are links, in a frame to a window of their own', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/embed/agreements-signed?release=4&lang=en');
  const opened = context.waitForEvent('page');
  await page.locator('.links:visible a[href*=biomedicine]').click();
  await expect(await opened).toHaveURL(biomedicine);
  await page.goto(chart);
  await page
    .getByRole('row', { name: /^Total/ })
    .getByRole('link', { name: '≥17' })
    .click();
  await expect(page).toHaveURL(whole);
  await context.close();
});
