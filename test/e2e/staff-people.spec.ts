import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { run } from './starting.ts';
import { demoPassword } from '../../scripts/demo-people.ts';
import { signIn, someAddress } from './staff.ts';

// Sign-ins are limited by address: each test comes from one of its own.
test.use({ trace: 'off' });
test.beforeEach(({ context }) =>
  context.setExtraHTTPHeaders({ 'cf-connecting-ip': someAddress() }),
);

const password = 'three words and a number 7';

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

async function join(page: Page, link: string, name: string) {
  await page.goto(link);
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page).toHaveURL(/\/staff$/);
}

// The command starts wrangler twice.
test.describe.configure({ timeout: 90_000 });

test('an administrator comes from the command line, invites somebody, and suspends them', async ({
  page,
  browser,
  baseURL,
}) => {
  const email = `admin-${Date.now()}@example.org`;
  const made = run('admin.ts', [email, '--url', baseURL!, '--state', '.yearbook/test']);
  expect([await made.ended, made.output()]).toEqual([0, expect.stringContaining('/staff/join#')]);
  const [link] = made.output().split('\n');
  await join(page, link!, 'Li Ming');
  await page.goto(link!);
  await expect(page.getByRole('alert')).toContainText('This link was used');

  await page.getByRole('link', { name: 'Yearbook desk' }).click();
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'Make an invitation link' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await summary.getByRole('link').click();
  await expect(page.getByLabel('E-mail address')).toBeFocused();
  const other = `editor-${Date.now()}@example.org`;
  await page.keyboard.type(other);
  await page.keyboard.press('Enter');
  const shown = page.getByRole('region', { name: `Link for ${other}` });
  await expect(shown).toBeFocused();
  const invited = await shown.getByRole('textbox').inputValue();
  expect(await violations(page)).toEqual([]);

  const second = await browser.newContext({
    baseURL: baseURL!,
    extraHTTPHeaders: { 'cf-connecting-ip': someAddress() },
  });
  const colleague = await second.newPage();
  await join(colleague, invited, 'Zhang Wei');
  await expect(colleague.getByRole('link', { name: 'Review', exact: true })).toBeVisible();
  await expect(colleague.getByRole('link', { name: 'People', exact: true })).toHaveCount(0);
  await colleague.goto('/staff/people');
  await expect(colleague.getByRole('heading', { level: 1 })).toHaveText(
    'This page takes another role',
  );

  await page.reload();
  const row = page.getByRole('row', { name: other });
  await row.getByRole('button', { name: 'Change role' }).click();
  await page.getByRole('radio', { name: /^Reviewer/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Reviewer');
  await row.getByRole('button', { name: 'Suspend' }).click();
  const dialog = page.getByRole('dialog');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Suspend' }).click();
  await expect(row).toContainText('Suspended');
  await colleague.getByRole('link', { name: 'Yearbook desk' }).click();
  await expect(colleague).toHaveURL('/staff/sign-in?next=%2Fstaff');
  await second.close();

  await page.getByRole('link', { name: 'Account: Li Ming' }).click();
  await page.getByLabel('Current password', { exact: true }).fill('not this one at all');
  await page.getByLabel('New password', { exact: true }).fill('another three words 8');
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByRole('alert')).toContainText('The current password is not right');
  await page.getByLabel('Current password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'The password is changed' }),
  ).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL('/staff/sign-in');
});

test('sign-in works with the keyboard alone, and leads to where one wanted to go', async ({
  page,
}) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto('/staff/audit?year=2024');
  await expect(page).toHaveURL(/\/staff\/sign-in\?next=/);
  expect(await violations(page)).toEqual([]);
  expect(errors).toEqual([]);
  await page.getByLabel('E-mail address').focus();
  await page.keyboard.type('editor@demo.invalid');
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(
    'The e-mail address or the password is not right.',
  );
  await expect(page.getByRole('alert')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/staff/audit?year=2024');
  await expect(page.getByText('You are signed in as a demo person')).toBeVisible();

  // The language is remembered, also where the address does not carry it.
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh');
  await expect(page).toHaveURL('/staff/audit?year=2024');
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('登录');
});

test('nothing leads from the sign-in page to another site', async ({ page }) => {
  await signIn(page, 'viewer');
  for (const next of ['//elsewhere.example', 'https://elsewhere.example/staff', '/staff/..//x']) {
    await page.goto(`/staff/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page).toHaveURL('/staff');
  }
});

test('a token is shown once and revoked, and settings are saved', async ({
  page,
  baseURL,
  request,
}) => {
  await signIn(page, 'admin');
  await page.goto('/staff/tokens');
  const name = `import ${Date.now()}`;
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Days it is good for').fill('0');
  await page.getByRole('button', { name: 'Issue token' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter a whole number from 1 to 366');
  await page.getByLabel('Days it is good for').fill('7');
  await page.getByRole('button', { name: 'Issue token' }).click();
  const shown = page.getByRole('region', { name: `Token “${name}”` });
  const token = await shown.getByRole('textbox').inputValue();
  const me = () =>
    request.get(`${baseURL}/api/v1/staff/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(await (await me()).json()).toMatchObject({ role: 'viewer', token: name });
  expect(await violations(page)).toEqual([]);
  const row = page.getByRole('row', { name });
  await row.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toContainText('Revoked');
  expect((await me()).status()).toBe(401);

  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('checkbox', { name: 'One person' })).not.toBeChecked();
  expect(await violations(page)).toEqual([]);
});
