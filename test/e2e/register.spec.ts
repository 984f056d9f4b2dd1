import { expect, test } from '@playwright/test';
import { listViolations } from './violations.ts';

test('a figure leads to the entries behind it, and they to their parties', async ({ page }) => {
  await page.goto('/en/years/2024?sample=exclude');
  const row = page.getByRole('row', { name: /^Biomedicine/ });
  await row.getByRole('link', { name: '≥8' }).click();
  await expect(page.getByRole('main')).toContainText(
    '8 of at least 8 reported are on the register.',
  );
  await page
    .getByRole('link', { name: 'Biomedicine signings at the cooperation meeting 2024' })
    .click();
  await expect(page.getByRole('main')).toContainText('those named are not all');
  const parties = page.locator('dl.parties');
  await expect(parties.getByRole('definition')).toHaveCount(8);
  await parties
    .getByRole('link', { name: 'International Technology Transfer Network (ITTN)' })
    .click();
  await expect(page.locator('dl.facts')).toContainText('China inferred');
  await expect(page.locator('ol.records > li')).toHaveCount(4);
  expect(await listViolations(page)).toEqual([]);
});

test('the register is searched by two hanzi and by country, without scripts', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/zh/records?sample=exclude');
  const entries = page.locator('ol.records > li');
  await expect(entries).toHaveCount(9);
  await page.getByLabel('检索', { exact: true }).fill('佑安');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(entries).toHaveCount(1);
  await expect(page).toHaveURL(/sample=exclude/);
  await page.getByRole('link', { name: '清除条件' }).click();
  await page.getByLabel('国家').selectOption('俄罗斯');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(entries).toHaveCount(2);
  await page.goto('/zh/records?q=没有这样的条目');
  await expect(page.getByRole('main').getByRole('status')).toContainText('没有符合条件的条目');
  await context.close();
});

test('what the register does not hold is said', async ({ page }) => {
  await page.goto('/en/metrics/projects-signed/records?year=2023');
  const main = page.getByRole('main');
  await expect(main).toContainText(
    '0 of 23 reported are on the register: 23 have no public entry.',
  );
  await expect(main).toContainText('no public source names what it counts');
  await page.goto('/en/countries');
  await expect(main.getByRole('row', { name: /^Russia/ })).toContainText('1 of them inferred');
  expect(await listViolations(page)).toEqual([]);
  await page.goto('/zh/records');
  expect(await listViolations(page)).toEqual([]);
  expect((await page.goto('/en/records/nothing'))!.status()).toBe(404);
});
