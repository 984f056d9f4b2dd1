import { expect, test, type Page } from '@playwright/test';
import { recordOf, useRecord } from './other-record.ts';
import { signIn } from './staff.ts';
import { ask, run } from './starting.ts';
import { listViolations } from './violations.ts';

const { state } = useRecord(recordOf([]), [], { staff: true });

/** Asks the staff's API in the name of whoever the page is signed in as. */
async function call(page: Page, method: string, path: string, data: object): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.request.fetch(`/api/v1/staff${path}`, {
    method,
    data,
    headers: { origin },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

const content = { qualifier: 'exact', status: 'A', source: null, note: null };
const saves = [
  { year: 2023, metric: 'people-trained', member: '', version: 0, value: 40 },
  { year: 2024, metric: 'people-trained', member: '', version: 0, value: 120 },
  { year: 2024, metric: 'agreements-signed', member: 'biomedicine', version: 0, value: 5 },
  { year: 2024, metric: 'agreements-signed', member: 'biomedicine', version: 1, value: 8 },
];

/** Until the page's script has taken over. */
const openTrail = (page: Page, query = '') =>
  page.goto(`/staff/audit${query}`, { waitUntil: 'networkidle' });
const entries = (page: Page) => page.getByRole('main').getByRole('listitem');

test.beforeEach(async ({ page }) => {
  await signIn(page, 'editor');
});

test('an empty trail says so', async ({ page }) => {
  await openTrail(page);
  await expect(page.getByRole('main')).toContainText('Nobody has changed anything yet.');
  await expect(entries(page)).toHaveCount(0);
});

test('tells each change in words, and filters by person, metric and year', async ({ page }) => {
  await openTrail(page);
  for (const year of [2023, 2024]) await call(page, 'POST', '/returns', { year });
  for (const { year, value, ...cell } of saves)
    await call(page, 'PUT', `/returns/${year}/cells`, {
      cells: [{ ...cell, content: { ...content, value } }],
    });
  await openTrail(page);
  await expect(entries(page)).toHaveCount(6);
  const newest = entries(page).first();
  await expect(newest).toContainText('Changed Agreements signed, Biomedicine, 2024');
  await expect(newest.locator('.sides')).toHaveText(/5\s*→.*8$/s);
  await expect(newest).toContainText('Demo editor');

  await page.getByRole('combobox', { name: 'Person' }).selectOption('Demo editor');
  await page.getByRole('combobox', { name: 'Metric' }).selectOption('People trained');
  await page.getByRole('combobox', { name: 'Year' }).selectOption('2024');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page).toHaveURL(/person=[\w-]+&metric=people-trained&year=2024$/);
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText('Changed People trained, 2024');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Year' })).toHaveValue('2024');
  await page.getByRole('link', { name: 'Show everything' }).click();
  await expect(entries(page)).toHaveCount(6);
  await openTrail(page, '?year=last&metric=none');
  await expect(page.getByRole('main')).toContainText('No entry matches this.');
});

test('restores a former value with the keyboard alone, as a new entry', async ({ page }) => {
  await openTrail(page);
  const restore = page.getByRole('button', { name: 'Restore 5: Agreements signed, Biomedicine' });
  await restore.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('Biomedicine, 2024 becomes 5 again');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(restore).toBeFocused();
  await expect(entries(page)).toHaveCount(6);

  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Restore', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const told = page.getByRole('status').filter({ hasText: 'is 5 again in the draft' });
  await expect(told.locator('.notice')).toBeFocused();
  await expect(entries(page)).toHaveCount(7);
  await expect(entries(page).first()).toContainText('restores the value before entry 6');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/staff\/returns\/2024#value-agreements-signed~biomedicine$/);
  await expect(page.locator('[id="value-agreements-signed~biomedicine"]')).toHaveValue('5');
});

test('a viewer reads the trail and restores nothing', async ({ page, context }) => {
  await context.clearCookies();
  await signIn(page, 'viewer');
  await openTrail(page);
  await expect(entries(page)).toHaveCount(7);
  await expect(page.getByRole('button', { name: /^Restore/ })).toHaveCount(0);
});

test('axe finds nothing, in both languages and themes, nor is it wider than a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 844 });
  for (const language of ['zh', 'en']) {
    await page.goto(`/staff/language?to=${language}&next=/staff/audit`);
    for (const details of await page.locator('details').all())
      await details.locator('summary').click();
    expect(await listViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  }
});

test('npm run audit:verify tells a trail that holds from one that was changed or cut', async () => {
  test.setTimeout(120_000);
  const verify = () => run('audit-verify.ts', ['--state', state()]);
  const whole = verify();
  expect(await whole.ended).toBe(0);
  expect(whole.output()).toMatch(/^7 entries, from 20\S+ to 20\S+: the chain holds\.\n/);

  for (const trigger of ['update', 'delete'])
    expect(ask(state(), `DROP TRIGGER audit_no_${trigger}`)).toEqual([]);
  expect(ask(state(), 'DELETE FROM audit WHERE n = 7')).toEqual([]);
  const cut = verify();
  expect(await cut.ended).toBe(1);
  expect(cut.output()).toMatch(/^The chain holds up to entry 6, but .* is gone\.\n$/);

  expect(ask(state(), `UPDATE audit SET name = 'Somebody else' WHERE n = 4`)).toEqual([]);
  const changed = verify();
  expect(await changed.ended).toBe(1);
  expect(changed.output()).toMatch(/^Entry 4 does not hold: .*\n$/);
});
