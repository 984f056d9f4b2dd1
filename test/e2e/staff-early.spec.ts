import { expect, test, type Page } from '@playwright/test';
import { useRecord } from './other-record.ts';
import { signIn } from './staff.ts';
import { everySecondYear, openReturn, saved, value } from './staff-return.ts';

useRecord(everySecondYear, [], { staff: true });

/** Opens a page whose scripts do not come until they are let go. */
async function openAsleep(page: Page, address: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/\/_app\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return letGo;
}

test('a return takes figures once it can save them, and says so until then', async ({ page }) => {
  await openReturn(page, 2023);
  const letGo = await openAsleep(page, '/staff/returns/2023');
  const field = page.locator('[id="value-agreements-signed~biomedicine"]');
  const waking = page.getByText('Getting ready to take figures');
  await expect(waking).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send for review' })).toBeDisabled();
  await field.click({ force: true });
  await page.keyboard.type('12');
  await expect(field).toHaveValue('');
  letGo();
  await expect(waking).toBeHidden();
  await value(page, 'biomedicine', 2023).click();
  await page.keyboard.type('13');
  await expect(saved(page, 'biomedicine')).toHaveText('saved');
  await expect(field).toHaveValue('13');
});

test('what is typed or chosen before a page is awake stays', async ({ page }) => {
  await signIn(page, 'admin');
  let letGo = await openAsleep(page, '/staff/settings');
  await page.getByRole('checkbox', { name: 'One person' }).check();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  letGo();
  await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
  await expect(page.getByRole('checkbox', { name: 'One person' })).toBeChecked();

  letGo = await openAsleep(page, '/staff/catalogue/new-metric');
  await page.getByLabel('Name (English)').fill('Visits');
  await page.getByLabel('Decimal places').selectOption('2');
  letGo();
  const save = page.getByRole('button', { name: 'Save' });
  await expect(save).toBeEnabled();
  await expect(page.getByLabel('Name (English)')).toHaveValue('Visits');
  await expect(page.getByLabel('Decimal places')).toHaveValue('2');
  // The page knows of it, too.
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();

  letGo = await openAsleep(page, '/staff/tokens');
  await page.getByLabel('Name').fill('import');
  await page.getByLabel('Role').selectOption('editor');
  await page.getByLabel('Days it is good for').fill('7');
  letGo();
  await expect(page.getByRole('button', { name: 'Issue token' })).toBeEnabled();
  await expect(page.getByLabel('Days it is good for')).toHaveValue('7');
  await expect(page.getByLabel('Role')).toHaveAccessibleDescription(/May enter/);
  await page.getByRole('button', { name: 'Issue token' }).click();
  await expect(page.getByRole('row', { name: 'import' })).toContainText('Editor');
});
