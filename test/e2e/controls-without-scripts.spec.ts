import { expect, test, type Page } from '@playwright/test';

test.use({ javaScriptEnabled: false });

const chart = (page: Page, id: string) => page.locator(`#chart-${id}`);
const tool = (page: Page, id: string, name: string) =>
  chart(page, id).getByRole('link', { name, exact: true });

test('a chart turns into its table and back, the others stay', async ({ page }) => {
  await page.goto('/en');
  await tool(page, 'agreements-signed', 'Table').click();
  await expect(page).toHaveURL(/\?agreements-signed\.view=table#chart-agreements-signed$/);
  await expect(chart(page, 'agreements-signed').getByRole('table')).toBeVisible();
  await expect(chart(page, 'agreements-signed').locator('.plot')).toBeHidden();
  await expect(chart(page, 'meetings-held').locator('.plot')).toBeVisible();
  await expect(chart(page, 'meetings-held').getByRole('table')).toBeHidden();
  await tool(page, 'agreements-signed', 'Chart').click();
  await expect(chart(page, 'agreements-signed').locator('.plot')).toBeVisible();
  await expect(page).not.toHaveURL(/view=/);
});

test('a chart shows changes, sums and shares', async ({ page }) => {
  await page.goto('/en?talent-programmes.view=table');
  const cells = chart(page, 'talent-programmes').locator('td');
  const seen = new Set([(await cells.allTextContents()).join()]);
  for (const [name, show] of [
    ['Change', 'change'],
    ['Cumulative', 'cumulative'],
    ['Share', 'share'],
  ] as const) {
    await tool(page, 'talent-programmes', name).click();
    await expect(page).toHaveURL(new RegExp(`talent-programmes\\.show=${show}`));
    await expect(page).toHaveURL(/talent-programmes\.view=table/);
    await expect(tool(page, 'talent-programmes', name)).toHaveAttribute('aria-current', 'true');
    seen.add((await cells.allTextContents()).join());
  }
  expect(seen.size, 'each view says something else').toBe(4);
});

test('a form sets the range of years and keeps the rest of the view', async ({ page }) => {
  await page.goto('/en?year=2024&sample=exclude&meetings-held.view=table');
  const meetings = chart(page, 'meetings-held');
  await meetings.getByRole('combobox', { name: 'From' }).selectOption('2020');
  await meetings.getByRole('combobox', { name: 'To' }).selectOption('2022');
  await meetings.getByRole('button').click();
  const query = new URL(page.url()).searchParams;
  expect(Object.fromEntries(query)).toEqual({
    year: '2024',
    sample: 'exclude',
    'meetings-held.view': 'table',
    'meetings-held.from': '2020',
    'meetings-held.to': '2022',
  });
  await expect(meetings.locator('thead th')).toHaveText([/\S/, '2020', '2021', '2022']);
});

test('a form and two links choose the year', async ({ page }) => {
  await page.goto('/en');
  await page.getByRole('combobox', { name: 'Year', exact: true }).selectOption('2024');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/\?year=2024$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2024');
  await page.locator('a[rel=prev]').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2023');
  await page.locator('a[rel=next]').click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2024');
});

test('an address that is passed on shows the same view', async ({ page, context }) => {
  await page.goto('/en?year=2023');
  await tool(page, 'agreements-signed', 'Cumulative').click();
  await tool(page, 'people-trained', 'Table').click();
  const other = await context.newPage();
  await other.goto(page.url());
  expect(await other.locator('main').innerHTML()).toBe(await page.locator('main').innerHTML());
  await expect(tool(other, 'agreements-signed', 'Cumulative')).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(chart(other, 'people-trained').getByRole('table')).toBeVisible();
});

test('the other language shows the same page in the same state', async ({ page }) => {
  await page.goto('/en/metrics/agreements-signed?sample=exclude&show=cumulative&from=2020');
  await page.getByRole('link', { name: '中文', exact: true }).click();
  await expect(page).toHaveURL(
    '/zh/metrics/agreements-signed?sample=exclude&show=cumulative&from=2020',
  );
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
  await page.getByRole('link', { name: 'English', exact: true }).click();
  await expect(page).toHaveURL(
    '/en/metrics/agreements-signed?sample=exclude&show=cumulative&from=2020',
  );
});

test('the history of a figure is a link from its cell and a form', async ({ page }) => {
  await page.goto('/en/metrics/meetings-held');
  const row = page.getByRole('row', { name: /^Forum/ });
  await row.getByRole('link').nth(4).click();
  await expect(page).toHaveURL(/\?history=2022&member=forum#history$/);
  const history = page.locator('#history');
  await expect(history.getByRole('rowheader')).toContainText([/Release 2/, /Release 3/]);
  await history.getByRole('combobox', { name: 'Part' }).selectOption('Cooperation meeting');
  await history.getByRole('button').click();
  await expect(history.locator('caption')).toContainText('Cooperation meeting');
});
