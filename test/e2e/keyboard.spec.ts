import { expect, test, type Page } from '@playwright/test';
import { charted } from './pages.ts';

/** The element that has the focus, as a person would name it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return {
      tag: element.tagName,
      name: element.getAttribute('aria-label') ?? element.textContent?.trim(),
      chart: element.closest('figure')?.id ?? null,
      plot: element.classList.contains('plot'),
      seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
      ringed: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1,
      at: [...document.querySelectorAll('*')].indexOf(element),
    };
  });

test('Tab passes everything in reading order, seen and ringed, and leaves', async ({ page }) => {
  await page.goto('/en');
  const stops = [];
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop.tag === 'BODY' || stop.tag === 'HTML') break;
    stops.push(stop);
  }
  expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  expect(stops.filter(({ ringed }) => !ringed)).toEqual([]);
  const order = stops.map(({ at }) => at);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(stops[0]!.name).toBe('Skip to content');
  const controls = await page
    .locator('a[href]:not([tabindex="-1"]), select, button, summary, [tabindex="0"]')
    .evaluateAll((all) => all.filter((one) => one.getClientRects().length > 0).length);
  expect(stops.length, 'no control is passed over').toBe(controls);
  expect(stops.filter(({ plot }) => plot).map(({ chart }) => chart)).toEqual(
    charted.map((id) => `chart-${id}`),
  );
});

test('the skip link leads into the content', async ({ page }) => {
  await page.goto('/zh');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);
});

test('the year and the views are chosen with keys alone', async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('combobox', { name: 'Year', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2024');
  const figure = page.locator('#chart-agreements-signed');
  await figure.getByRole('link', { name: 'Table', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('table')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(figure.locator('.plot')).toBeVisible();
  // Notes open with Space as with Enter.
  const notes = page.locator('details:visible').first();
  await notes.locator('summary').focus();
  await page.keyboard.press('Space');
  await expect(notes).toHaveAttribute('open');
});

test('arrow keys walk a chart; year, series, value and status are read', async ({ page }) => {
  await page.goto('/en');
  const plot = page.locator('#chart-meetings-held .plot');
  const reading = plot.locator('[aria-live=polite]');
  await plot.focus();
  await expect(plot).toHaveRole('application');
  await page.keyboard.press('Home');
  await expect(reading).toHaveText(/^2018, Total: at least 1 meeting, estimated/);
  await page.keyboard.press('End');
  await expect(reading).toHaveText(/^2025, Total: 5 meetings, sample/);
  const bottom = async () => {
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowDown');
  };
  await bottom();
  await expect(reading).toHaveText(/^2025, Cooperation meeting: 1 meeting, sample/);
  await page.keyboard.press('ArrowLeft');
  await expect(reading).toHaveText(
    /^2024, Cooperation meeting: 1 meeting – Click, tap again or press Enter/,
  );
  await page.keyboard.press('ArrowLeft');
  await expect(reading).toHaveText(/^2023, Cooperation meeting: 1 meeting, estimated/);
  await page.keyboard.press('ArrowUp');
  await expect(reading).toHaveText(/^2023, Matchmaking event: not reported/);
  await page.keyboard.press('Escape');
  await expect(reading).toBeEmpty();
  await page.keyboard.press('Tab');
  await expect(plot).not.toBeFocused();
});

test('a chart that was swapped can be walked again', async ({ page }) => {
  await page.goto('/zh');
  const figure = page.locator('#chart-people-trained');
  const plot = figure.locator('.plot');
  await plot.focus();
  await expect(plot).toHaveRole('application');
  await figure.getByRole('link', { name: '累计', exact: true }).click();
  await expect(page).toHaveURL(/show=cumulative/);
  await plot.focus();
  await expect(plot).toHaveRole('application');
  await page.keyboard.press('Home');
  await expect(plot.locator('[aria-live=polite]')).toHaveText(/^2018年.*示例/);
});
