import { expect, test } from '@playwright/test';
import { addresses, charted } from './pages.ts';
import { listViolations } from './violations.ts';

const asTables = charted.map((id) => `${id}.view=table`).join('&');

for (const address of [
  ...addresses,
  `/zh?${asTables}`,
  `/en?${asTables}`,
  '/en?sample=exclude&release=4',
  '/zh/nowhere',
  '/api',
])
  test(`axe finds nothing at ${address.slice(0, 60)}`, async ({ page }) => {
    // Every address and shape of both APIs stands on one page.
    if (address === '/api') test.slow();
    await page.goto(address);
    expect(await listViolations(page)).toEqual([]);
  });

for (const address of ['/zh', `/en?${asTables}`])
  test(`axe finds nothing on a phone at ${address.slice(0, 20)}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    expect(await listViolations(page)).toEqual([]);
  });

test('axe finds nothing in a chart that a canvas took over', async ({ page }) => {
  await page.goto('/en/metrics/agreements-signed');
  const plot = page.locator('.plot');
  await plot.focus();
  await expect(plot.locator('canvas')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(plot.locator('[aria-live]')).not.toBeEmpty();
  expect(await listViolations(page)).toEqual([]);
});
