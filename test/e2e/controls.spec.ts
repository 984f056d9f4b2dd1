import { expect, test, type Locator, type Page } from '@playwright/test';

const chart = (page: Page, id: string) => page.locator(`#chart-${id}`);
const tool = (figure: Locator, name: string) => figure.getByRole('link', { name, exact: true });
const mark = (page: Page) => page.evaluate(() => (document.body.dataset['here'] = 'yes'));
const isMarked = (page: Page) => page.evaluate(() => document.body.dataset['here'] === 'yes');

/** The figures of the page other than one, as they are drawn. */
const others = (page: Page, id: string) =>
  page
    .locator(`figure:not(#chart-${id})`)
    .evaluateAll((figures) =>
      figures.map(({ textContent, innerHTML }) => [textContent, innerHTML.match(/<path[^>]*>/g)]),
    );

test.beforeEach(async ({ page }) => {
  await page.goto('/en');
  await mark(page);
});

test('another show changes one chart and the address, and nothing else', async ({ page }) => {
  const agreements = chart(page, 'agreements-signed');
  const before = await others(page, 'agreements-signed');
  const drawn = await agreements.locator('.plot').innerHTML();
  await tool(agreements, 'Change').click();
  await expect(page).toHaveURL(/\?agreements-signed\.show=change/);
  await expect(tool(agreements, 'Change')).toHaveAttribute('aria-current', 'true');
  expect(await agreements.locator('.plot').innerHTML()).not.toBe(drawn);
  expect(await others(page, 'agreements-signed')).toEqual(before);
  expect(await isMarked(page), 'no navigation').toBe(true);
});

test('the focus stays on the control, and a status says what is shown', async ({ page }) => {
  const people = chart(page, 'people-trained');
  await tool(people, 'Cumulative').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/people-trained\.show=cumulative/);
  await expect(tool(people, 'Cumulative')).toBeFocused();
  await expect(page.locator('#announce')).toHaveText(/People trained came to/);
  await tool(people, 'Table').focus();
  await page.keyboard.press('Enter');
  await expect(people.getByRole('table')).toBeVisible();
  await expect(tool(people, 'Table')).toBeFocused();
});

test('chart and table switch in place, and the address follows', async ({ page }) => {
  const meetings = chart(page, 'meetings-held');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await tool(meetings, 'Table').click();
  await expect(meetings.getByRole('table')).toBeVisible();
  await expect(meetings.locator('.plot')).toBeHidden();
  await expect(page).toHaveURL(/\?meetings-held\.view=table/);
  await expect(tool(meetings, 'Table')).toHaveAttribute('aria-current', 'true');
  await expect(chart(page, 'agreements-signed').locator('.plot')).toBeVisible();
  expect(
    asked.filter((url) => !/\/client\/|model\.json|favicon/.test(url)),
    'both are in the page',
  ).toEqual([]);
  await page.reload();
  await expect(meetings.getByRole('table')).toBeVisible();
});

test('a range changes one chart, and keeps its table open', async ({ page }) => {
  const landed = chart(page, 'projects-landed');
  await tool(landed, 'Table').click();
  await landed.getByRole('combobox', { name: 'From' }).selectOption('2021');
  await expect(page).toHaveURL(/projects-landed\.from=2021/);
  await expect(page).toHaveURL(/projects-landed\.view=table/);
  await expect(landed.locator('thead th')).toHaveText([
    /\S/,
    '2021',
    '2022',
    '2023',
    '2024',
    '2025',
  ]);
  await expect(landed.getByRole('table')).toBeVisible();
  await expect(landed.getByRole('combobox', { name: 'From' })).toBeFocused();
  expect(await isMarked(page)).toBe(true);
});

test('views of several charts add up in the address; back undoes them one by one', async ({
  page,
}) => {
  const agreements = chart(page, 'agreements-signed');
  const talent = chart(page, 'talent-programmes');
  await tool(agreements, 'Share').click();
  await expect(page).toHaveURL(/agreements-signed\.show=share/);
  await tool(talent, 'Table').click();
  await expect(page).toHaveURL(/agreements-signed\.show=share&talent-programmes\.view=table/);
  await tool(talent, 'Cumulative').click();
  await expect(page).toHaveURL(/talent-programmes\.show=cumulative/);
  await expect(talent.getByRole('table')).toBeVisible();

  await page.goBack();
  await expect(tool(talent, 'As is')).toHaveAttribute('aria-current', 'true');
  await expect(talent.getByRole('table')).toBeVisible();
  await page.goBack();
  await expect(talent.getByRole('table')).toBeHidden();
  await expect(tool(agreements, 'Share')).toHaveAttribute('aria-current', 'true');
  await page.goBack();
  await expect(tool(agreements, 'As is')).toHaveAttribute('aria-current', 'true');
  await expect(page).toHaveURL('/en');
  await page.goForward();
  await expect(tool(agreements, 'Share')).toHaveAttribute('aria-current', 'true');
  expect(await isMarked(page)).toBe(true);
});

test('the other language and another year keep the views', async ({ page }) => {
  await tool(chart(page, 'agreements-signed'), 'Share').click();
  await expect(page).toHaveURL(/show=share/);
  await tool(chart(page, 'talent-programmes'), 'Table').click();
  await page.getByRole('combobox', { name: 'Year', exact: true }).selectOption('2024');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2024');
  await page.getByRole('link', { name: '中文', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    year: '2024',
    'agreements-signed.show': 'share',
    'talent-programmes.view': 'table',
  });
});

test('the newest of quick clicks wins', async ({ page }) => {
  const agreements = chart(page, 'agreements-signed');
  await agreements.evaluate((figure) => {
    for (const key of ['change', 'cumulative', 'share'])
      figure.querySelector<HTMLElement>(`[data-key=${key}]`)!.click();
  });
  await expect(tool(agreements, 'Share')).toHaveAttribute('aria-current', 'true');
  await expect(page).toHaveURL(/show=share/);
  await page.goBack();
  await expect(page).not.toHaveURL(/show=(change|cumulative)/);
});

test('where fetching fails the control is the link it is', async ({ page }) => {
  await page.route('**/en?*', (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  );
  await tool(chart(page, 'agreements-signed'), 'Change').click();
  await expect(page).toHaveURL(/agreements-signed\.show=change/);
  await expect(tool(chart(page, 'agreements-signed'), 'Change')).toHaveAttribute(
    'aria-current',
    'true',
  );
  expect(await isMarked(page), 'a whole navigation').toBe(false);
});

test('a click that opens a tab is left alone', async ({ page, context }) => {
  const tab = context.waitForEvent('page');
  await tool(chart(page, 'agreements-signed'), 'Change').click({ modifiers: ['ControlOrMeta'] });
  await expect(await tab).toHaveURL(/show=change/);
  await expect(page).toHaveURL('/en');
});

test('the chosen theme stays, on every page', async ({ page }) => {
  const theme = page.getByRole('combobox', { name: 'Theme' });
  const paper = () =>
    page.evaluate(() => getComputedStyle(document.body.parentElement!).background);
  const light = await paper();
  await theme.selectOption('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await paper()).not.toBe(light);
  await page.goto('/zh/about');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('combobox', { name: '配色' }).selectOption({ index: 0 });
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await page.reload();
  expect(await paper()).toBe(light);
});
