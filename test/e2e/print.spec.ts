import { expect, test, type Page } from '@playwright/test';
import { languages } from './pages.ts';

/** Width of the text of an A4 page with the margins of the style sheet (14 mm each), in CSS px. */
const width = Math.round(((210 - 2 * 14) / 25.4) * 96);
const height = Math.round(((297 - 16 - 18) / 25.4) * 96);

async function printed(page: Page, address: string): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ media: 'print' });
  await page.goto(address);
}

/** How many pages a PDF has: its page objects are plain text in what Chromium writes. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length;

for (const language of languages) {
  for (const path of ['/years/2024?sample=exclude', '/years/2024', '/metrics/agreements-signed'])
    test(`/${language}${path} is set for paper`, async ({ page }) => {
      await printed(page, `/${language}${path}`);
      const controls = page.locator(
        'nav, .tools, form, button, select, .skip, .command, .banner a, .plot canvas',
      );
      for (const control of await controls.all()) await expect(control).toBeHidden();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
      await expect(page.getByRole('main')).toHaveCSS('color', 'rgb(0, 0, 0)');

      // The address of each source stands beside it.
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
    });

  test(`no chart, tile, row or note is split in ${language}`, async ({ page }) => {
    for (const path of ['', '/years/2024', '/metrics/agreements-signed', '/releases/3']) {
      await printed(page, `/${language}${path}`);
      const blocks = page.locator('figure, .tile, tr, .footnotes li, .sources li');
      const breaks = await blocks.evaluateAll((all) =>
        all
          .filter((one) => one.getClientRects().length > 0)
          .map((one) => getComputedStyle(one).breakInside),
      );
      expect(breaks.length).toBeGreaterThan(4);
      expect(new Set(breaks)).toEqual(new Set(['avoid']));
      // What may not be split must fit on a page, or it is split all the same.
      const tallest = await blocks.evaluateAll((all) =>
        Math.max(...all.map((one) => one.getBoundingClientRect().height)),
      );
      expect(tallest, path).toBeLessThan(height);
      const headings = page.locator('h2:visible, h3:visible');
      for (const heading of await headings.all())
        await expect(heading).toHaveCSS('break-after', 'avoid');
    }
  });

  test(`2024 in ${language} is two or three pages of A4`, async ({ page }) => {
    await page.goto(`/${language}/years/2024?sample=exclude`);
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.toString('latin1')).toMatch(
      /\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/,
    );
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(1);
    expect(pagesOf(pdf)).toBeLessThanOrEqual(3);
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
