import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { RunOnly } from 'axe-core';
import { addresses, charted } from './pages.ts';

// A trace would take a picture of the page at every step, for nothing that axe does not say.
test.use({ trace: 'off' });

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, as short lines: everything in the light theme, and what a theme can change in the dark one. */
async function violations(page: Page): Promise<string[]> {
  const run = (runOnly: RunOnly) =>
    new AxeBuilder({ page })
      .options({ runOnly, resultTypes: ['violations'] })
      .setLegacyMode(true)
      .analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await run({ type: 'tag', values: rules });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run({ type: 'rule', values: ['color-contrast'] });
  // An empty page has nothing to find.
  expect(light.passes.length).toBeGreaterThan(10);
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

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
    await page.goto(address);
    expect(await violations(page)).toEqual([]);
  });

for (const address of ['/zh', `/en?${asTables}`])
  test(`axe finds nothing on a phone at ${address.slice(0, 20)}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    expect(await violations(page)).toEqual([]);
  });

test('axe finds nothing in a chart that a canvas took over', async ({ page }) => {
  await page.goto('/en/metrics/agreements-signed');
  const plot = page.locator('.plot');
  await plot.focus();
  await expect(plot.locator('canvas')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(plot.locator('[aria-live]')).not.toBeEmpty();
  expect(await violations(page)).toEqual([]);
});
