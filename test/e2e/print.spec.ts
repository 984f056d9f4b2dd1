import { expect, test, type Page } from '@playwright/test';
import { languages } from './pages.ts';
import { countPages, openOnPaper, paper } from './paper.ts';

const sourced = ['/years/2024?sample=exclude', '/years/2024', '/metrics/agreements-signed'];

/** Nothing to press or choose, black on white, and the address of each source beside it. */
async function expectPaper(page: Page): Promise<void> {
  const controls = page.locator(
    'nav, .tools, form, button, select, .skip, .command, .banner a, .plot canvas',
  );
  await expect(controls.filter({ visible: true })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.getByRole('main')).toHaveCSS('color', 'rgb(0, 0, 0)');

  const sources = page.locator('.sources a');
  expect(await sources.count()).toBeGreaterThan(0);
  const written = await sources.evaluateAll((links) =>
    links.map(
      (link) =>
        getComputedStyle(link, '::after').content.includes('attr(href)') ||
        getComputedStyle(link, '::after').content.includes(link.getAttribute('href')!),
    ),
  );
  expect(written).not.toContain(false);
}

/** No chart, tile, row or note is split, and each fits on a page: or it is split all the same. */
async function expectWhole(page: Page): Promise<void> {
  const blocks = page.locator('figure, .tile, tr, .footnotes li, .sources li');
  const seen = await blocks.evaluateAll((all) =>
    all
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => ({
        breaks: getComputedStyle(one).breakInside,
        height: one.getBoundingClientRect().height,
      })),
  );
  expect(seen.length).toBeGreaterThan(4);
  expect(new Set(seen.map(({ breaks }) => breaks))).toEqual(new Set(['avoid']));
  expect(Math.max(...seen.map((one) => one.height)), page.url()).toBeLessThan(paper.height);
  const headings = await page
    .locator('h2:visible, h3:visible')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).breakAfter));
  expect(new Set(headings)).toEqual(new Set(['avoid']));
}

for (const language of languages) {
  for (const path of ['', ...sourced, '/releases/3'])
    test(`/${language}${path} is set for paper, and nothing of it is split`, async ({ page }) => {
      await openOnPaper(page, `/${language}${path}`);
      if (sourced.includes(path)) await expectPaper(page);
      await expectWhole(page);
    });

  test(`2024 in ${language} is a few pages of A4`, async ({ page }) => {
    await page.goto(`/${language}/years/2024?sample=exclude`);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
    expect(countPages(pdf)).toBeGreaterThanOrEqual(2);
    expect(countPages(pdf)).toBeLessThanOrEqual(6);
  });
}

test('charts print as drawings with patterns, also after a take-over and from the dark theme', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('/en/metrics/agreements-signed');
  await page.locator('.plot').hover();
  await expect(page.locator('.plot canvas')).toBeVisible();
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('.plot canvas')).toBeHidden();
  const drawing = page.locator('.plot > svg:visible');
  await expect(drawing).toHaveCount(1);
  await expect(drawing).toHaveCSS('opacity', '1');
  await expect(drawing.locator('.s1 .b').first()).toHaveCSS('fill', /url\("?#print-1"?\)/);
  await expect(page.locator('#print-1')).toHaveCount(1);
});
