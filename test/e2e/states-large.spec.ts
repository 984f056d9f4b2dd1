import { expect, test } from '@playwright/test';
import { looksDeliberate, row, wordsOutside } from './deliberate.ts';
import { figure, recordOf, useRecord } from './other-record.ts';

test.describe('very large numbers', () => {
  const decimals = (metric: string) => (metric === 'people-trained' ? 2 : 0);
  useRecord(
    recordOf(
      [2022, 2023, 2024].flatMap((year, i) => [
        figure({ year, metric: 'people-trained', value: 1e12 * (i + 1) + 0.25 }),
        figure({ year, metric: 'meeting-participants', value: 7.2e9 + i }),
        figure({ year, metric: 'agreements-signed', member: 'biomedicine', value: 9e15 / (i + 1) }),
        figure({ year, metric: 'agreements-signed', member: 'other', value: 1 }),
        figure({ year, metric: 'projects-signed', value: -7.2e9 }),
      ]),
      { metric: recordOf([]).metric.map((one) => ({ ...one, decimals: decimals(one.id) })) },
    ),
  );

  test('are short in tiles, whole in tables, and fit', async ({ page }) => {
    await looksDeliberate(page, [
      '/zh',
      '/en',
      '/en/metrics/people-trained',
      '/zh/metrics/agreements-signed',
      '/en/metrics/projects-signed?show=cumulative',
      '/en/years/2024',
    ]);
    await page.setViewportSize({ width: 1280, height: 844 });
    await page.goto('/en');
    const tile = page.locator('.tile').filter({ hasText: 'People trained' });
    await expect(tile.locator('.num')).toHaveText(/^3\s?tn? /i);
    await expect(tile.locator('.num')).toHaveAttribute('title', /3,000,000,000,000\.25/);
    for (const num of await page.locator('.tile .num').all()) {
      const { scroll, client } = await num.evaluate((one) => ({
        scroll: one.scrollWidth,
        client: one.clientWidth,
      }));
      expect(scroll, 'a tile holds its number').toBeLessThanOrEqual(client);
    }
    await page.goto('/en/years/2024');
    await expect(row(page, 'People trained')).toContainText('3,000,000,000,000.25');
    await expect(row(page, 'Cooperation meeting participants')).toContainText('7,200,000,002');
    await page.goto('/zh');
    await expect(
      page.locator('.tile').filter({ hasText: '协作会议参会人数' }).locator('.num'),
    ).toHaveText(/^72\s?亿/);
  });

  test('stay inside their drawing', async ({ page }) => {
    await page.goto('/en?people-trained.show=cumulative');
    expect(await wordsOutside(page)).toEqual([]);
  });
});
