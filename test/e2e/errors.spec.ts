import { expect, test, type Page } from '@playwright/test';
import { figure, recordOf, useRecord } from './other-record.ts';
import { languages } from './pages.ts';

/** Ways on that work: each link of an error page leads somewhere. */
async function leadsOn(page: Page): Promise<void> {
  const links = page.getByRole('main').getByRole('link');
  expect(await links.count()).toBeGreaterThan(2);
  for (const href of await links.evaluateAll((all) =>
    all.map((a) => (a as HTMLAnchorElement).href),
  ))
    expect((await page.request.get(href)).status(), href).toBe(200);
}

for (const language of languages)
  test(`what does not exist is said in ${language}, with ways on`, async ({ page }) => {
    const words = { zh: '未找到该页面', en: 'Page not found' }[language];
    for (const path of [
      '/nowhere',
      '/metrics/none',
      '/metrics/%3Cscript%3E',
      '/years/1899',
      '/years/9999',
      '/releases/99',
      '/about/more',
      '?release=99',
      '?as_of=1999-12-31',
      '?year=1990',
    ]) {
      const answer = await page.request.get(`/${language}${path}`);
      expect(answer.status(), path).toBe(404);
      const text = await answer.text();
      expect(text.match(/<h1[^>]*>([^<]*)/)?.[1], path).toBe(words);
      expect(text.match(/<html[^>]*\blang="(\w+)"/)?.[1], path).toBe(language);
    }
    await page.goto(`/${language}/nowhere`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words);
    await leadsOn(page);
  });

test('an address without a language says so in both', async ({ page }) => {
  const answer = await page.goto('/nowhere');
  expect(answer!.status()).toBe(404);
  for (const language of languages)
    await expect(page.locator(`a[href^="/${language}"]`).first()).toBeVisible();
  await leadsOn(page);
});

const odd = [
  ...[
    'year=',
    'year=abc',
    'year=2024.5',
    'year=-1',
    'year=２０２４',
    'year=1e3',
    'year=2024&year=2023',
  ],
  ...[
    'release=',
    'release=0',
    'release=-1',
    'release=1.5',
    'release=9999999999',
    'release=%00',
    'release=1&release=2',
  ],
  ...[
    'as_of=',
    'as_of=yesterday',
    'as_of=2024-02-30',
    'as_of=2024-13-01',
    'as_of=2999-01-01',
    'release=1&as_of=2024-01-01',
  ],
  ...[
    'sample=',
    'sample=yes',
    'sample=EXCLUDE',
    'lang=fr',
    'unknown=1',
    '__proto__=1',
    'constructor=1',
  ],
  ...[
    'agreements-signed.show=none',
    'agreements-signed.from=3000&agreements-signed.to=1',
    'agreements-signed.view=<b>',
    'nothing.view=table',
  ],
  ...[
    '%',
    '%E4%BD',
    '&&&',
    '=',
    '?',
    'a[]=1&a[b]=2',
    `x=${'y'.repeat(4000)}`,
    '%3Cscript%3Ealert(1)%3C/script%3E',
  ],
];
const oddOfMetric = [
  'history=',
  'history=1',
  'history=2024&member=none',
  'member=<b>',
  'from=x',
  'by=nothing',
  'show=',
];

test('odd queries are answered with a page, never with a failure', async ({ request }) => {
  const failed: string[] = [];
  for (const [path, queries] of [
    ['/en/years/2024', odd],
    ['/zh', odd.filter((query) => /^(year|release|agreements|nothing|%)/.test(query))],
    ['/en/releases', [...odd, 'before=0', 'before=x', 'before=-1', 'before=99']],
    ['/en/releases/3', ['after=x', 'after=~~', 'after=a~2024~']],
    [
      '/zh/metrics/agreements-signed',
      [...oddOfMetric, 'release=%00', '%', 'x=%3Cscript%3Ealert(1)'],
    ],
  ] as const)
    for (const query of queries) {
      const answer = await request.get(`${path}?${query}`);
      const text = await answer.text();
      const asPage = /<h1[ >]/.test(text) && text.includes('</main>');
      if (answer.status() >= 500 || !asPage) failed.push(`${answer.status()} ${path}?${query}`);
      expect(text).not.toContain('<script>alert(1)');
    }
  expect(failed).toEqual([]);
});

test('views of charts that are not possible fall back', async ({ page }) => {
  await page.goto(
    '/en?agreements-signed.show=none&agreements-signed.from=3000&people-trained.show=share',
  );
  await expect(page.locator('.plot > svg:visible')).toHaveCount(6);
  const figure = page.locator('#chart-agreements-signed');
  await expect(figure.getByRole('link', { name: 'As is' })).toHaveAttribute('aria-current', 'true');
});

test.describe('where the database fails', () => {
  useRecord(recordOf([figure({})]), ['DROP TABLE figure']);

  for (const language of languages)
    test(`the page says so in ${language} and gives the request id`, async ({ page }) => {
      const answer = await page.goto(`/${language}`);
      expect(answer!.status()).toBeGreaterThanOrEqual(500);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        { zh: '页面暂时无法显示', en: 'This page cannot be shown at the moment' }[language],
      );
      const id = answer!.headers()['x-request-id'];
      const shown = await page.locator('code').innerText();
      expect(shown).toMatch(/[\da-f]{8}-[\da-f-]{27}/);
      if (id) expect(shown).toContain(id);
      expect(await page.locator('body').innerText()).not.toMatch(/SQLITE|no such table|at \w+ \(/);
      expect(answer!.headers()['cache-control'] ?? '').not.toMatch(/immutable|max-age=[1-9]/);
    });
});
