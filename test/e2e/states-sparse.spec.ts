import { expect, test } from '@playwright/test';
import { looksDeliberate } from './deliberate.ts';
import { figure, recordOf, useRecord } from './other-record.ts';
import { languages, metrics, notReported } from './pages.ts';

test.describe('one year only', () => {
  const centre = recordOf([]).centre.map((one) => ({ ...one, foundedYear: 2024 }));
  useRecord(
    recordOf(
      metrics.map((metric, i) => figure({ metric, value: i + 1 })),
      { centre },
    ),
  );

  test('is a record of one year: no change, no range', async ({ page }) => {
    await looksDeliberate(page, ['/zh', '/en', '/en/metrics/agreements-signed', '/en/years/2024']);
    await page.goto('/en');
    await expect(page.locator('.tile')).toHaveCount(8);
    for (const tile of await page.locator('.tile').all())
      await expect(tile).toContainText('first year of the record');
    await expect(page.locator('a[rel=prev], a[rel=next]')).toHaveCount(0);
    await expect(page.getByRole('combobox', { name: 'From' })).toHaveCount(0);
    await expect(page.locator('.plot > svg:visible')).toHaveCount(6);
    await expect(page.locator('#chart-people-trained svg:visible').first()).toContainText('2024');
  });

  test('change and share say why there is none', async ({ page }) => {
    await page.goto('/en/metrics/agreements-signed?show=change');
    const cells = page.locator('figure tbody td');
    await expect(cells.first()).toBeVisible();
    for (const text of await cells.allTextContents())
      expect(text).toMatch(/^(first year|not reported)/);
    await expect(page.locator('.plot > svg:visible text').first()).toBeVisible();
  });
});

test.describe('all figures missing', () => {
  const note = { zh: '来源未载明', en: 'No source states it' };
  useRecord(recordOf(metrics.map((metric) => figure({ metric, value: null, status: 'O', note }))));

  for (const language of languages)
    test(`reads "${notReported[language]}" everywhere, and nowhere 0`, async ({ page }) => {
      await looksDeliberate(page, [
        `/${language}`,
        `/${language}/metrics/agreements-signed`,
        `/${language}/years/2024`,
      ]);
      await page.goto(`/${language}?year=2024`);
      for (const tile of await page.locator('.tile').all())
        await expect(tile).toContainText(notReported[language]);
      await expect(page.locator('.tile .num')).toHaveCount(0);
      await expect(page.locator('.plot > svg:visible')).toHaveCount(6);
      await expect(page.locator('.plot > svg:visible').first().locator('text')).toContainText([
        notReported[language],
      ]);
      await page.goto(`/${language}/metrics/agreements-signed`);
      const cells = await page.locator('figure tr.total td, figure tbody td').allTextContents();
      expect(cells.length).toBeGreaterThan(0);
      for (const cell of cells) expect(cell).toMatch(new RegExp(`^${notReported[language]}`));
    });
});
