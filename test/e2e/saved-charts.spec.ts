import { expect, test, type Page } from '@playwright/test';
import { signIn } from './staff.ts';
import { listViolations } from './violations.ts';

const name = 'test-of-shares';
const path = `/api/v1/staff/charts/${name}`;

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

test('a view is named, worded, kept through a release pin, and withdrawn, by keyboard', async ({
  page,
  request,
  baseURL,
}) => {
  await signIn(page, 'reviewer');
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
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/staff/charts/${name}`);
  await expect(page.getByText('Saved: everyone sees it now.')).toBeFocused();
  expect(await listViolations(page)).toEqual([]);

  const title = page.getByLabel('Title (Chinese)');
  await title.fill('生物医药占比最大 <b>');
  await page.getByLabel('Note (Chinese)').fill('按签约方\n逐一统计');
  await title.press('Enter');
  await expect(page.locator('form').getByRole('status')).toHaveText('Saved: everyone sees it now.');

  const pinned = await request.get(`/c/${name}.svg?lang=zh&release=5`);
  expect(pinned.headers()['cache-control']).toBe('public, no-cache');
  const drawn = await pinned.text();
  expect(drawn).toContain('生物医药占比最大 &lt;b&gt;');
  expect(drawn).toContain('说明：按签约方 逐一统计');
  expect((await request.get(`/c/${name}.svg?show=value`)).status()).toBe(400);
  const metric = await request.get('/charts/agreements-signed.svg?show=share&release=5');
  expect(metric.headers()['cache-control']).toContain('immutable');

  await page.goto(`/c/${name}?release=5`);
  await expect(page).toHaveURL(`/en/c/${name}?release=5`);
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('生物医药占比最大 <b>');
  await expect(page.getByText('说明：按签约方 逐一统计').first()).toBeVisible();
  expect(await listViolations(page)).toEqual([]);
  await expect(page.locator('link[hreflang=en]')).toHaveAttribute(
    'href',
    new RegExp(`^${baseURL}/en/c/${name}`),
  );

  // Words that change are seen at once, also where the release is named.
  const put = await page.request.put(path, {
    headers: { origin: baseURL! },
    data: {
      ...{ version: 2, metric: 'agreements-signed', query: 'show=share&from=2020' },
      ...{ titles: { zh: '另一个标题' }, notes: {} },
    },
  });
  expect(put.status(), await put.text()).toBe(200);
  const etag = pinned.headers()['etag']!;
  const again = await request.get(`/c/${name}.svg?lang=zh&release=5`, {
    headers: { 'if-none-match': etag },
  });
  expect(await again.text()).toContain('另一个标题');

  await page.goto(`/staff/charts/${name}`);
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
  await tabTo(page, 'button', 'Withdraw the chart');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the chart' }).press('Enter');
  await expect(page.getByText(`The chart “${name}” was withdrawn.`)).toBeFocused();
  expect((await request.get(`/c/${name}.csv`)).status()).toBe(410);
  await page.getByRole('button', { name: 'Bring it back' }).press('Enter');
  await expect(page.getByText(`The chart “${name}” is back.`)).toBeFocused();
  await page.getByRole('link', { name, exact: true }).press('Enter');
  await expect(page.getByLabel('Title (Chinese)')).toHaveValue('另一个标题');
});

test('two people who change a chart see what each other wrote', async ({ page, baseURL }) => {
  await signIn(page, 'editor');
  const other = (version: number, titles: object) =>
    page.request.put('/api/v1/staff/charts/test-of-two', {
      headers: { origin: baseURL! },
      data: { version, metric: 'people-trained', query: '', titles, notes: {} },
    });
  expect((await other(0, { en: 'The first' })).status()).toBe(200);
  await page.goto('/staff/charts/test-of-two');
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
  expect((await other(1, { en: 'Theirs' })).status()).toBe(200);

  await page.getByLabel('Title (English)').fill('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(
    page.getByRole('heading', { name: 'Someone else changed this chart' }),
  ).toBeFocused();
  await expect(page.getByRole('row', { name: 'Title (English)' })).toContainText('TheirsMine');
  await expect(page.getByLabel('Title (English)')).toHaveValue('Mine');
  await page.getByRole('button', { name: 'Save mine' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Title (English)')).toHaveValue('Mine');
});
