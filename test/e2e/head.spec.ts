import { expect, test, type Page } from '@playwright/test';
import { languages, pages } from './pages.ts';

test.use({ javaScriptEnabled: false });

/** What a page says of itself, read at once. */
const readHead = (page: Page) =>
  page.evaluate(() => {
    const read = (selector: string, attribute: string) =>
      Object.fromEntries(
        [...document.querySelectorAll(selector)].map((one) => [
          one.getAttribute('name') ?? one.getAttribute('property') ?? one.getAttribute('hreflang'),
          one.getAttribute(attribute),
        ]),
      );
    return {
      lang: document.documentElement.lang,
      title: document.title,
      headings: document.querySelectorAll('h1').length,
      meta: read('meta[content]', 'content'),
      canonical: document.querySelector('link[rel=canonical]')?.getAttribute('href'),
      alternates: read('link[rel=alternate][hreflang]', 'href'),
    };
  });

for (const language of languages) {
  test(`every page in ${language} says what it is`, async ({ page, baseURL }) => {
    const titles = new Set<string>();
    const descriptions = new Set<unknown>();
    for (const path of pages) {
      await page.goto(`/${language}${path}?sample=exclude`);
      const { lang, title, headings, meta, canonical, alternates } = await readHead(page);
      expect(lang).toBe(language);
      expect(headings).toBe(1);
      titles.add(title);
      descriptions.add(meta['description']);
      expect(meta['og:title']).toBeTruthy();
      expect(title).toContain(meta['og:title']!);
      expect(meta['og:description']).toBe(meta['description']);
      expect(meta['og:type']).toBe('website');
      expect(meta['og:locale']).toBe({ zh: 'zh_CN', en: 'en_GB' }[language]);
      expect(meta['og:site_name']).toMatch(language === 'zh' ? /\p{Script=Han}/u : /\w/);

      // How the record is read is a view, not another page.
      const own = `${baseURL}/${language}${path}`;
      expect(meta['og:url']).toBe(own);
      expect(canonical).toBe(own);
      for (const other of languages) expect(alternates[other]).toBe(`${baseURL}/${other}${path}`);
      expect(alternates['x-default']).toBe(`${baseURL}/zh${path}`);
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
