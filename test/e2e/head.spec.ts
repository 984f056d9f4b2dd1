import { expect, test } from '@playwright/test';
import { languages, pages } from './pages.ts';

test.use({ javaScriptEnabled: false });

for (const language of languages) {
  test(`every page in ${language} says what it is`, async ({ page, baseURL }) => {
    const titles = new Set<string>();
    const descriptions = new Set<string>();
    for (const path of pages) {
      await page.goto(`/${language}${path}?sample=exclude`);
      const meta = (name: string) =>
        page.locator(`meta[name="${name}"], meta[property="${name}"]`).getAttribute('content');
      const alternate = (hreflang: string) =>
        page.locator(`link[rel=alternate][hreflang="${hreflang}"]`);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);

      const title = await page.title();
      titles.add(title);
      descriptions.add((await meta('description'))!);
      expect(title).toContain((await meta('og:title'))!);
      expect(await meta('og:description')).toBe(await meta('description'));
      expect(await meta('og:type')).toBe('website');
      expect(await meta('og:locale')).toBe({ zh: 'zh_CN', en: 'en_GB' }[language]);
      expect(await meta('og:site_name')).toMatch(language === 'zh' ? /\p{Script=Han}/u : /\w/);

      // How the record is read is a view, not another page.
      const own = `${baseURL}/${language}${path}`;
      expect(await meta('og:url')).toBe(own);
      await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', own);
      for (const other of languages)
        await expect(alternate(other)).toHaveAttribute('href', `${baseURL}/${other}${path}`);
      await expect(alternate('x-default')).toHaveAttribute('href', `${baseURL}/zh${path}`);
    }
    expect([...titles].every((title) => title.trim())).toBe(true);
    expect(titles.size, 'titles differ').toBe(pages.length);
    expect(descriptions.size, 'descriptions differ').toBe(pages.length);
  });
}

test('another year of the dashboard is another page', async ({ page, baseURL }) => {
  await page.goto('/en?year=2023&agreements-signed.view=table');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    `${baseURL}/en?year=2023`,
  );
  await expect(page).toHaveTitle(/2023/);
});
