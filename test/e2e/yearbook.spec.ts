import { expect, test, type Page } from '@playwright/test';
import { languages } from './pages.ts';
import { countPages, openOnPaper, paper } from './paper.ts';
import { listViolations } from './violations.ts';

/** What must not be cut is kept whole and fits on a page, and no heading is left without what it heads. */
async function expectWhole(page: Page): Promise<void> {
  const blocks = page.locator('figure, tr, .opening, .footnotes li, .sources li');
  const seen = await blocks.evaluateAll((all) =>
    all
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => {
        const { height, right } = one.getBoundingClientRect();
        return { height, right, breaks: getComputedStyle(one).breakInside };
      }),
  );
  expect(new Set(seen.map(({ breaks }) => breaks))).toEqual(new Set(['avoid']));
  expect(Math.max(...seen.map((one) => one.height))).toBeLessThan(paper.height);
  expect(Math.max(...seen.map((one) => one.right))).toBeLessThanOrEqual(paper.width + 1);
  const headings = page.locator(':is(h2, h3, h4):visible:not(figcaption *)');
  const after = await headings.evaluateAll((all) =>
    all.map((one) => getComputedStyle(one).breakAfter),
  );
  expect(after.length).toBeGreaterThan(10);
  expect(new Set(after)).toEqual(new Set(['avoid']));
}

for (const language of languages)
  test(`the years in ${language} print as one book, each chapter found from its contents`, async ({
    page,
  }) => {
    await openOnPaper(page, `/${language}/yearbook?sample=exclude&to=2024`);
    await expectWhole(page);
    await expect(page.locator('.mast, .foot, form').filter({ visible: true })).toHaveCount(0);
    const links = page.locator('nav[aria-labelledby=contents] a');
    await expect(links).toHaveCount(10);
    for (const href of await links.evaluateAll((all) =>
      all.map((one) => one.getAttribute('href')!),
    ))
      await expect(page.locator(href)).toHaveCount(1);

    const pdf = await page.pdf({ preferCSSPageSize: true });
    // Seven years of which little is known: a cover, tables, charts, some pages of years, notes and sources.
    expect(countPages(pdf)).toBeGreaterThanOrEqual(6);
    expect(countPages(pdf)).toBeLessThanOrEqual(11);
  });

test('a year names its agreements by domain, its notes and sources once, and leads to other years', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/en/years/2024?sample=exclude');
  const agreements = page.getByRole('region', { name: 'Agreements by domain' });
  await expect(agreements.getByRole('heading', { level: 3 })).toHaveText([
    'Technology transfer',
    'Biomedicine',
    'Intellectual property',
  ]);
  await expect(agreements).toContainText("Kunming Children's Hospital and others");
  const numbers = await page
    .locator('a[href^="#source-"]')
    .evaluateAll((all) => all.map((one) => `${one.textContent}${one.getAttribute('href')}`));
  const sources = await page
    .locator('.sources > li')
    .evaluateAll((all) => all.map((one, i) => `[${i + 1}]#${one.id}`));
  expect([...new Set(numbers)].toSorted()).toEqual(sources.toSorted());

  await page.getByRole('combobox', { name: 'Year' }).selectOption('2021');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/\/en\/years\/2021\?sample=exclude$/);
  await page.getByRole('link', { name: /as one book/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Yearbook 2018–/);
  await expect(page).toHaveURL(/sample=exclude/);
  await context.close();
});

test('the book has nothing that keeps readers out, and refuses years it does not have', async ({
  page,
}) => {
  await page.goto('/zh/yearbook?from=2023&to=2024');
  expect(await listViolations(page)).toEqual([]);
  expect((await page.goto('/zh/yearbook?from=1999'))!.status()).toBe(404);
  expect((await page.goto('/en/years?year=../records'))!.status()).toBe(404);
});
