import { expect, test, type Locator, type Page } from '@playwright/test';
import { recordOf, useRecord } from './other-record.ts';
import { signIn } from './staff.ts';
import { listViolations } from './violations.ts';

useRecord(recordOf([]), [], { staff: true });

/** Chooses what the arrow keys lead to, once there is so much to choose from. */
async function choose(page: Page, options: number, key: 'ArrowDown' | 'ArrowUp') {
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(options);
  await page.keyboard.press(key);
  await page.keyboard.press('Enter');
}

const saves = (page: Page): Locator => page.getByRole('button', { name: 'Save', exact: true });

test('an agreement is entered with an organisation that is added where it is named, by keyboard', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const natt = await page.request.put('/api/v1/staff/organisations/natt', {
    headers: { origin: baseURL! },
    data: {
      version: 0,
      content: {
        ...{ kind: 'association', country: 'RU', website: null, inferred: [] },
        names: { zh: '国家技术转移联盟', en: 'National Association of Technology Transfer' },
      },
    },
  });
  expect(natt.status(), await natt.text()).toBe(200);

  await page.goto('/staff/register');
  await expect(page.getByText('The register has no record yet.')).toBeVisible();
  await page.goto('/staff/register/new?kind=agreement&year=2024');
  await expect(saves(page)).toBeEnabled();

  await page.getByRole('button', { name: 'Add a party' }).press('Enter');
  await page.keyboard.type('nation');
  await choose(page, 2, 'ArrowDown');
  const first = page.getByRole('combobox', { name: 'Organisation' }).first();
  await expect(first).toHaveValue('National Association of Technology Transfer');

  // The same name in the other script, and otherwise spaced: no search finds it, the warning does.
  await page.getByRole('button', { name: 'Add a party' }).press('Enter');
  await page.keyboard.insertText('國家技術轉移 聯盟');
  await choose(page, 1, 'ArrowUp');
  const dialog = page.getByRole('dialog', { name: 'New organisation' });
  await expect(dialog.getByText('Likely the same: 1 organisation')).toBeVisible();
  const add = dialog.getByRole('button', { name: 'Add the organisation' });
  await add.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('Kind: Choose a kind.');
  await dialog.getByLabel('English').fill('Kunming Alliance');
  await dialog.getByLabel('Kind', { exact: true }).selectOption('company');
  await add.press('Enter');
  await expect(dialog.getByRole('button', { name: /^Use this one/ })).toBeFocused();
  expect(await listViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'It is another' }).press('Enter');
  const second = page.getByRole('combobox', { name: 'Organisation' }).last();
  await expect(second).toBeFocused();
  await expect(second).toHaveValue('Kunming Alliance');

  await page.getByLabel('Title (Chinese)').fill('昆明签约');
  await page.getByLabel('Title (English)').fill('Signing in Kunming');
  await page.getByLabel('Day', { exact: true }).fill('2023-08-06');
  await page.getByLabel('Source', { exact: true }).selectOption('report');
  await saves(page).press('Enter');
  const fault = page.getByRole('link', { name: 'Day: Enter a day of the year given' });
  await fault.press('Enter');
  const day = page.getByLabel('Day', { exact: true });
  await expect(day).toBeFocused();
  await day.fill('2024-08-06');
  await saves(page).press('Enter');
  await expect(page).toHaveURL('/staff/register/records/signing-in-kunming');
  await expect(page.getByText('Saved. It goes public with the next release.')).toBeFocused();
  expect(await listViolations(page)).toEqual([]);

  await page.goto('/staff/register?q=聯盟&kind=agreement&pending=true');
  await expect(page.getByRole('row', { name: 'Signing in Kunming' })).toContainText('New');
});

test('of two who change a record the second sees both, and nothing typed is lost', async ({
  page,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const path = '/api/v1/staff/records/signing-in-kunming';
  await page.goto('/staff/register/records/signing-in-kunming');
  await expect(saves(page)).toBeEnabled();
  const { entry } = (await (await page.request.get(path)).json()) as {
    entry: { version: number; content: object };
  };
  const theirs = await page.request.put(path, {
    headers: { origin: baseURL! },
    data: { version: entry.version, content: { ...entry.content, places: { en: 'Online' } } },
  });
  expect(theirs.status(), await theirs.text()).toBe(200);

  await page.getByLabel('Place (English)').fill('Kunming');
  await page.getByRole('button', { name: /^Move down: National/ }).press('Enter');
  await saves(page).press('Enter');
  await expect(page.getByRole('heading', { name: 'Someone else changed this' })).toBeFocused();
  await expect(page.getByRole('row', { name: /^Place \(English\)/ })).toContainText('Online');
  await page.getByRole('button', { name: 'Save mine' }).press('Enter');
  await expect(page.locator('form').getByText('Saved. It goes public')).toBeVisible();
  const saved = (await (await page.request.get(path)).json()) as { entry: { content: object } };
  expect(saved.entry.content).toMatchObject({
    places: { en: 'Kunming' },
    parties: [{ organisation: 'kunming-alliance' }, { organisation: 'natt' }],
  });

  await signIn(page, 'viewer');
  await page.goto('/staff/register/records/signing-in-kunming');
  await expect(page.getByLabel('Title (English)')).toBeDisabled();
  await expect(saves(page)).toHaveCount(0);
});
