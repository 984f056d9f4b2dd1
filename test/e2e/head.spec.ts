import { expect, test, type Page } from '@playwright/test';
import { decode } from 'fast-png';
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
    const images = new Map<string, string>();
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
      const image = meta['og:image']!;
      expect(image).toMatch(`${baseURL}/charts/`);
      expect(meta['og:image:alt'], path).toBeTruthy();
      expect(meta['twitter:card']).toBe('summary_large_image');
      const says = ['type', 'width', 'height'].map((key) => meta[`og:image:${key}`]);
      expect(says).toEqual(['image/png', '1200', '630']);
      images.set(path, image);
      expect(alternates['x-default']).toBe(`${baseURL}/zh${path}`);
    }
    expect([...titles].every((title) => title.trim())).toBe(true);
    expect(titles.size, 'titles differ').toBe(pages.length);
    expect(descriptions.size, 'descriptions differ').toBe(pages.length);

    expect(images.get('/metrics/meeting-participants')).toContain('/meeting-participants.png?');
    expect(images.get('/releases/3')).toContain('release=3');
    for (const image of new Set(images.values())) {
      expect(image).toContain(`lang=${language}`);
      expect(image).toContain('sample=exclude');
      const answer = await page.request.get(image);
      expect(answer.headers()['content-type'], image).toBe('image/png');
      expect(answer.headers()['cache-control'], image).toContain('immutable');
      const { width, height } = decode(await answer.body());
      expect([width, height], image).toEqual([1200, 630]);
    }
  });
}

test('the pages of the register, of codes and of sharing have an image too', async ({
  request,
}) => {
  const codes = ['metrics/agreements-signed', 'years/2024'].map(async (what) => {
    const answer = await request.get(`/api/v1/${what}/code?release=4`);
    return ((await answer.json()) as { code: string }).code;
  });
  const [chart, year] = await Promise.all(codes);
  for (const [path, metric, release] of [
    ['/records?kind=meeting', 'meetings-held', 5],
    ['/countries', '[a-z-]+', 5],
    ['/metrics/agreements-signed/records?year=2024&release=4', 'agreements-signed', 4],
    ['/v', '[a-z-]+', 5],
    [`/v/${chart}`, 'agreements-signed', 4],
    [`/v/${year}`, '[a-z-]+', 4],
    ['/share/agreements-signed?release=4&show=share', 'agreements-signed', 4],
  ] as const) {
    const html = await (await request.get(`/en${path}`)).text();
    const image = /property="og:image" content="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    expect(image, path).toMatch(new RegExp(`/charts/${metric}\\.png\\?.*release=${release}(&|$)`));
    expect((await request.get(image!)).headers()['content-type'], image).toBe('image/png');
  }
});

test('another year of the dashboard is another page', async ({ page, baseURL }) => {
  await page.goto('/en?year=2023&agreements-signed.view=table');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
    'href',
    `${baseURL}/en?year=2023`,
  );
  await expect(page).toHaveTitle(/2023/);
});

test('the image of a page is of the view and the release that it shows', async ({ page }) => {
  await page.goto('/zh/metrics/agreements-signed?show=share&from=2020&release=4');
  const image = page.locator('meta[property="og:image"]');
  for (const part of ['show=share', 'from=2020', 'release=4', 'lang=zh'])
    await expect(image).toHaveAttribute('content', new RegExp(`[?&]${part}(&|$)`));
  await page.goto('/zh/years/2022');
  await expect(image).toHaveAttribute('content', /[?&]to=2022(&|$)/);
});
