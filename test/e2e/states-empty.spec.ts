import { expect, test } from '@playwright/test';
import { figure, recordOf, useRecord } from './other-record.ts';

test.describe('nothing published yet', () => {
  useRecord(null);

  for (const [language, words] of [
    ['zh', '尚未发布数据'],
    ['en', 'Nothing published yet'],
  ] as const)
    test(`says so in ${language}, on every page, with a way on`, async ({ page }) => {
      for (const path of ['', '/metrics/agreements-signed', '/years/2024']) {
        const answer = await page.goto(`/${language}${path}`);
        expect(answer!.status()).toBe(404);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(words);
        await expect(page.locator('html')).toHaveAttribute('lang', language);
      }
      await expect(
        page.getByRole('banner').getByRole('link', { name: /中文|English/ }),
      ).toBeVisible();
      await page.goto(`/${language}/releases`);
      await expect(page.getByRole('main')).toContainText(/第一次发布|first release/);
    });

  test('the page that explains the marks needs no figures', async ({ page }) => {
    const answer = await page.goto('/en/about');
    expect(answer!.status()).toBe(200);
    await expect(page.getByRole('main')).toContainText('not reported');
    await expect(page.locator('meta[property="og:image"]')).toHaveCount(0);
  });
});

test.describe('a first release that still waits', () => {
  useRecord(
    recordOf([figure({ value: 4711 })], {
      release: [
        {
          n: 1,
          publishedAt: '2099-01-01T00:00:00Z',
          reason: 'first_publication',
          notes: { en: 'Not before its time' },
          onePerson: false,
        },
      ],
    }),
  );

  test('shows on no page, in no file', async ({ request }) => {
    for (const path of [
      '/en',
      '/en?release=1',
      '/en/releases',
      '/en/releases/1',
      '/zh/metrics/agreements-signed',
      '/en/metrics/agreements-signed/model.json',
      '/api/v1/metrics/agreements-signed/figures.csv',
      '/api/v1/releases',
    ]) {
      const text = await (await request.get(path)).text();
      expect(text, path).not.toMatch(/4,?711|Not before its time/);
    }
  });
});
