import { expect, test, type Page } from '@playwright/test';
import { signIn } from './staff.ts';
import { listViolations } from './violations.ts';

/** Saves a chart of shares in the name of whoever the page is signed in as, on the version that they saw. */
async function put(page: Page, name: string, version: number, titles: object) {
  const { origin } = new URL((await page.request.get('/favicon.svg')).url());
  const answer = await page.request.put(`/api/v1/staff/charts/${name}`, {
    headers: { origin },
    data: { version, metric: 'agreements-signed', query: 'show=share', titles, notes: {} },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Opens the form of a chart, and waits until it takes what is typed. */
async function open(page: Page, name: string) {
  await page.goto(`/staff/charts/${name}`);
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeEnabled();
}

/** Presses Tab until this has the focus, and fails where it is out of reach. */
async function tabTo(page: Page, role: 'textbox' | 'button' | 'link', called: string) {
  const target = page.getByRole(role, { name: called, exact: true });
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement)))
      return;
  }
  throw new Error(`${called} has not been reached.`);
}

test('a view is given a name, by keyboard', async ({ page }) => {
  await signIn(page, 'editor');
  await page.goto('/en/share/agreements-signed?show=share&from=2020');
  await page.getByRole('link', { name: 'Staff: give this view a short name' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New chart');
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
  await expect(page.getByLabel('Show')).toHaveValue('share');
  await expect(page.getByLabel('From')).toHaveValue('2020');

  await tabTo(page, 'textbox', 'Title (English)');
  await page.keyboard.type('New');
  await expect(page.getByLabel('Name')).toHaveValue('new');
  await tabTo(page, 'button', 'Save');
  await page.keyboard.press('Enter');
  const fault = page.getByRole('link', { name: 'Name: This name stands for something else' });
  await fault.press('Enter');
  await expect(page.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('test-of-names');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/staff/charts/test-of-names');
  await expect(page.getByText('Saved: everyone sees it now.')).toBeFocused();
  expect(await listViolations(page)).toEqual([]);
});

test('its words show at once, also where a release is named', async ({
  page,
  request,
  baseURL,
}) => {
  const name = 'test-of-words';
  await signIn(page, 'editor');
  await put(page, name, 0, { zh: '首个标题' });
  const address = `/c/${name}.svg?lang=zh&release=5`;
  const before = await request.get(address);
  expect(before.headers()['cache-control']).toBe('public, no-cache');
  expect(await before.text()).toContain('首个标题');

  const pasted = `/oembed?url=${baseURL}/zh/c/${name}`;
  const told = await request.get(pasted);
  expect(await told.json()).toMatchObject({ title: '首个标题' });
  expect(told.headers()['cache-control']).toBe('public, no-cache');

  await open(page, name);
  const title = page.getByLabel('Title (Chinese)');
  await title.fill('生物医药占比最大 <b>');
  await page.getByLabel('Note (Chinese)').fill('按签约方\n逐一统计');
  await title.press('Enter');
  await expect(page.locator('form').getByRole('status')).toHaveText('Saved: everyone sees it now.');

  const etag = before.headers()['etag']!;
  const after = await request.get(address, { headers: { 'if-none-match': etag } });
  const drawn = await after.text();
  expect(drawn).toContain('生物医药占比最大 &lt;b&gt;');
  expect(drawn).toContain('说明：按签约方 逐一统计');
  const since = { headers: { 'if-none-match': told.headers()['etag']! } };
  expect(await (await request.get(pasted, since)).json()).toMatchObject({
    title: '生物医药占比最大 <b>',
  });
  expect((await request.get(`${address}&show=value`)).status()).toBe(400);
  const metric = await request.get('/charts/agreements-signed.svg?show=share&release=5');
  expect(metric.headers()['cache-control']).toContain('immutable');

  await page.goto(`/c/${name}?release=5`);
  await expect(page).toHaveURL(`/en/c/${name}?release=5`);
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('生物医药占比最大 <b>');
  await expect(page.getByText('说明：按签约方 逐一统计').first()).toBeVisible();
  await expect(page.locator('link[hreflang=en]')).toHaveAttribute(
    'href',
    new RegExp(`^${baseURL}/en/c/${name}`),
  );
  expect(await listViolations(page)).toEqual([]);
});

test('it is withdrawn and brought back, by keyboard', async ({ page, request }) => {
  const name = 'test-of-ends';
  await signIn(page, 'reviewer');
  await put(page, name, 0, { en: 'Not for ever' });
  await open(page, name);
  await page.getByRole('button', { name: 'Withdraw the chart' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the chart' }).press('Enter');
  await expect(page.getByText(`The chart “${name}” was withdrawn.`)).toBeFocused();
  expect((await request.get(`/c/${name}.csv`)).status()).toBe(410);
  await page.getByRole('button', { name: 'Bring it back' }).press('Enter');
  await expect(page.getByText(`The chart “${name}” is back.`)).toBeFocused();
  await page.getByRole('link', { name, exact: true }).press('Enter');
  await expect(page.getByLabel('Title (English)')).toHaveValue('Not for ever');
});

test('two people who change a chart see what each other wrote', async ({ page }) => {
  const name = 'test-of-two';
  await signIn(page, 'editor');
  await put(page, name, 0, { en: 'The first' });
  await open(page, name);
  await put(page, name, 1, { en: 'Theirs' });

  await page.getByLabel('Title (English)').fill('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Someone else changed this chart' }),
  ).toBeFocused();
  await expect(page.getByRole('row', { name: 'Title (English)' })).toContainText('TheirsMine');
  await expect(page.getByLabel('Title (English)')).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Save mine' }).press('Enter');
  await expect(page.locator('form').getByRole('status')).toHaveText('Saved: everyone sees it now.');
  await page.reload();
  await expect(page.getByLabel('Title (English)')).toHaveValue('Mine');
});
