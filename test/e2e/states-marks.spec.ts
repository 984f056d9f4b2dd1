import { expect, test } from '@playwright/test';
import { row } from './deliberate.ts';
import { figure, recordOf, useRecord } from './other-record.ts';

test.describe('a record with every mark', () => {
  useRecord(
    recordOf([
      figure({ year: 2020, value: 4 }),
      figure({ year: 2021, value: 0 }),
      figure({ year: 2022, value: 6, status: 'P' }),
      figure({ year: 2023, value: 8, qualifier: 'about', status: 'E' }),
      figure({ year: 2024, value: 9, qualifier: 'at_least' }),
    ]),
    [
      `INSERT INTO series_break (metric, year, first_release, reasons)
       VALUES ('agreements-signed', 2022, 1, '{"zh":"改按签约方计数","en":"Counted by party from here"}')`,
    ],
  );

  test('draws a zero as a zero, and a gap as a gap', async ({ page }) => {
    await page.goto('/en/metrics/agreements-signed');
    await expect(page.locator('figure tr.total td')).toHaveText([
      ...['not reported', 'not reported', /^4/, /^0/, /^6/, /^≈8/, /^≥9/],
    ]);
    await page.goto('/en?year=2021');
    const tile = page.locator('.tile').filter({ hasText: 'Agreements signed' });
    await expect(tile.locator('.num')).toHaveText(/^0 /);
    await expect(tile).toContainText('−4 on 2020');
  });

  test('hatches what is provisional, and says each mark in the legend', async ({ page }) => {
    await page.goto('/en/metrics/agreements-signed');
    const drawing = page.locator('.plot > svg:visible');
    const pattern = await drawing.locator('pattern').getAttribute('id');
    await expect(
      drawing.locator(`[fill="url(#${pattern})"], [stroke="url(#${pattern})"]`),
    ).toHaveCount(1);
    const legend = page.getByRole('list', { name: 'Legend' });
    for (const words of ['provisional', 'estimated', 'at least', 'about', 'not reported'])
      await expect(legend).toContainText(words);
  });

  test('compares nothing across a break', async ({ page }) => {
    await page.goto('/en/years/2022');
    await expect(row(page, 'Agreements signed')).toContainText('not comparable with 2021');
    await page.goto('/en/metrics/agreements-signed');
    await expect(page.getByRole('main')).toContainText('Counted by party from here');
  });
});
