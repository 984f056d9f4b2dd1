import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { languages } from './pages.ts';

test.use({ javaScriptEnabled: false });

const word = { zh: /示例/, en: /sample/i };

for (const language of languages)
  test(`sample figures say so in ${language}: banner, drawing, table, sentence`, async ({
    page,
  }) => {
    await page.goto(`/${language}?people-trained.view=table`);
    await expect(page.getByRole('complementary').first()).toContainText(word[language]);
    await expect(page.getByRole('complementary').first()).toContainText('--facts-only');
    await expect(page.getByRole('main').locator('p').first()).toContainText(word[language]);

    const figure = page.locator('#chart-projects-landed');
    await expect(figure.getByRole('heading')).toContainText(word[language]);
    await expect(figure.locator('desc').first()).toContainText(word[language]);
    await expect(figure.getByRole('list').first()).toContainText(word[language]);
    // Pale, with a dotted edge; nothing of it is filled like a reported figure.
    const drawing = figure.locator('.plot > svg:visible');
    const bar = drawing.locator('path.p').first();
    await expect(bar).toHaveCSS('stroke-dasharray', '1.5px, 2.5px');
    await expect(bar).toHaveCSS('fill-opacity', '0.2');
    await expect(drawing.locator('path.b')).toHaveCount(0);

    const table = page.locator('#chart-people-trained').getByRole('table');
    const sign = { zh: '例', en: 's' }[language];
    for (const cell of await table.locator('td:not(.none)').all())
      await expect(cell.locator('sup')).toContainText(sign);
    await expect(page.locator('#chart-people-trained .notes').first()).toContainText(
      word[language],
    );
  });

test('a file marks each sample figure and no other', async ({ request }) => {
  const text = await (await request.get('/charts/meetings-held.csv')).text();
  const { data } = Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), {
    header: true,
    skipEmptyLines: true,
  });
  const reported = data.filter((row) => row['value'] !== '');
  expect(reported.length).toBeGreaterThan(8);
  for (const row of reported)
    expect(row['sample'], `${row['member']} ${row['year']}`).toBe(
      row['year'] === '2025' ? 'sample' : '',
    );
});

test('a link hides the sample, and all links keep it hidden', async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('link', { name: 'Hide sample figures' }).click();
  await expect(page).toHaveURL('/en?sample=exclude');
  await expect(page.getByRole('main')).not.toContainText(word.en);
  const links = page.locator('main a[href^="/"], header a[href^="/"], footer a[href^="/"]');
  for (const href of await links.evaluateAll((all) => all.map((a) => a.getAttribute('href')!)))
    if (href !== '/api') expect(href).toContain('sample=exclude');
  await page.getByRole('link', { name: 'Show sample figures' }).click();
  await expect(page.getByRole('main')).toContainText(word.en);
});
