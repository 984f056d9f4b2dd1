import { expect, test, type Page } from '@playwright/test';
import { recordOf, useRecord } from './other-record.ts';
import { signIn } from './staff.ts';
import { listViolations } from './violations.ts';

useRecord(recordOf([]), [], { staff: true });

const meeting = {
  ...{ kind: 'meeting', year: 2024, date: '2024-05-06', places: null, partOf: null },
  ...{ breakdown: null, member: null, counted: true, stage: null, landedYear: null },
  ...{ value: null, currency: null, openEnded: false, note: null, source: 'report' },
  titles: { zh: '春季对接会', en: 'Spring matchmaking' },
};
const party = (organisation: string) => ({
  ...{ role: 'host', organisation, person: null, position: null },
});

async function put(page: Page, path: string, content: object, version = 0): Promise<void> {
  const { origin } = new URL(page.url());
  const headers = { origin };
  const data = { version, content };
  const answer = await page.request.put(`/api/v1/staff${path}`, { headers, data });
  expect(answer.status(), await answer.text()).toBe(200);
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const state = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

test('an organisation is refused, warned of and added by keyboard', async ({ page }) => {
  await signIn(page, 'editor');
  await page.goto('/staff/register/organisations');
  await expect(page.getByText('The register has no organisation yet.')).toBeVisible();
  const natt = { kind: 'association', country: 'RU', website: null, inferred: [] };
  await put(page, '/organisations/natt', {
    ...natt,
    names: { zh: '国家技术转移联盟', en: 'NATT' },
  });

  await page.getByRole('link', { name: 'New organisation' }).press('Enter');
  await expect(save(page)).toBeEnabled();
  await save(page).press('Enter');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveCount(3);
  await summary.getByRole('link', { name: /^Name/ }).press('Enter');
  // The same name in the other script.
  await page.keyboard.insertText('國家技術轉移聯盟');
  await page.keyboard.press('Tab');
  await state(page, 'Likely the same: 1 organisation');
  await page.getByLabel('English').fill('National alliance');
  await page.getByLabel('Country or region', { exact: true }).selectOption('RU');
  await page.getByLabel('Kind', { exact: true }).selectOption('association');
  expect(await listViolations(page)).toEqual([]);
  await save(page).press('Enter');
  await expect(page).toHaveURL(/\/organisations\/national-alliance$/);
  await expect(page.getByText('Saved. It goes public with the next release.')).toBeFocused();
});

test('two organisations are made one, seen before it is done, and the trail takes it back', async ({
  page,
}) => {
  await signIn(page, 'editor');
  await page.goto('/staff/register/organisations');
  const body = { kind: 'association', country: 'IN', website: null, inferred: [] };
  await put(page, '/organisations/ictt', { ...body, names: { en: 'ICTT' } });
  await put(page, '/organisations/ictt-delhi', { ...body, names: { en: 'ICTT at Delhi' } });
  await put(page, '/records/spring', { ...meeting, parties: [party('ictt-delhi')] });
  await put(page, '/records/autumn', {
    ...meeting,
    parties: [party('ictt'), party('ictt-delhi')],
  });
  await page.goto('/staff/register/organisations/ictt-delhi');
  await expect(save(page)).toBeEnabled();
  await page.getByRole('link', { name: 'Merge into another organisation' }).press('Enter');
  const stays = page.getByRole('combobox', { name: 'The organisation that stays' });
  await stays.focus();
  await page.keyboard.type('ictt');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const preview = page.getByRole('region', { name: 'What the merge does' });
  await expect(preview).toContainText('2 records name “ICTT” in its place');
  await expect(preview).toContainText('In 1 of them both are named');
  await expect(preview).toContainText('was never public: it goes at once');
  await expect(page).toHaveURL(/\?into=ictt$/);
  expect(await listViolations(page)).toEqual([]);
  await preview.getByRole('button', { name: 'Merge into “ICTT”' }).press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'is merged into “ICTT”' })).toBeFocused();

  await page.getByRole('link', { name: 'Take it back in the trail' }).press('Enter');
  const back = page.getByRole('button', { name: 'Take the merge back: organisation' });
  await expect(page.getByText('Merged organisation “ICTT at Delhi” into “ICTT”')).toBeVisible();
  // What somebody changes meanwhile is left as it is.
  await put(page, '/records/spring', { ...meeting, year: 2023, date: null, parties: [] }, 2);
  await back.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Take the merge back?' });
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await dialog.getByRole('button', { name: 'Take the merge back' }).press('Enter');
  await expect(dialog.getByText('Say why it is taken back.')).toBeVisible();
  await page.keyboard.type('They are two bodies');
  expect(await listViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Take the merge back' }).press('Enter');
  await state(page, '2 entries are as they were');
  const left = page.getByRole('status').getByRole('link', { name: 'Spring matchmaking' });
  await expect(left).toHaveAttribute('href', '/staff/register/records/spring');
  await expect(page.getByText('Why: takes entry').first()).toContainText('They are two bodies');
});

test('a change is seen beside what is saved, by two who make it, and by one who may not', async ({
  page,
  browser,
  baseURL,
}) => {
  await signIn(page, 'editor');
  const ittn = { kind: 'association', country: 'CN', website: null, inferred: [] };
  await page.goto('/staff/register/organisations');
  await put(page, '/organisations/ittn', { ...ittn, names: { en: 'ITTN' } });
  await page.goto('/staff/register/organisations/ittn');
  await expect(save(page)).toBeEnabled();
  await put(page, '/organisations/ittn', { ...ittn, country: 'IN', names: { en: 'ITTN' } }, 1);
  await page.getByLabel('English').fill('ITTN of China');
  await save(page).click();
  const conflict = page.getByRole('region', { name: 'Someone else changed this' });
  await expect(conflict.getByRole('row', { name: /Country/ })).toContainText('India');
  await conflict.getByRole('button', { name: 'Save mine' }).click();
  await state(page, 'Saved');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('ITTN of China');

  const other = await browser.newContext({ baseURL: baseURL! });
  await signIn(other, 'viewer');
  const viewer = await other.newPage();
  await viewer.goto('/staff/register/organisations/ittn');
  await expect(viewer.getByText('Editors keep the register; you can read it.')).toBeVisible();
  await expect(viewer.getByLabel('English')).toBeDisabled();
  await expect(viewer.getByRole('button', { name: /Save|Discard|Withdraw/ })).toHaveCount(0);
  await viewer.goto('/staff/register/organisations/ittn/merge');
  await expect(viewer.locator('#into')).toHaveCount(0);
  await other.close();
});
