import { expect, test, type Page } from '@playwright/test';
import type { RecordEntryAnswer } from '../../schema/staff/register.ts';
import { readSeed } from '../../seed/read.ts';
import { useRecord } from './other-record.ts';
import { openReturn, row, saved, under, value, visitReturn } from './staff-return.ts';
import { signIn } from './staff.ts';

useRecord(readSeed({ factsOnly: true }), [], { staff: true });

async function call<T>(page: Page, method: string, path: string, data?: object): Promise<T> {
  const { origin } = new URL((await page.request.get('/favicon.svg')).url());
  const headers = { origin };
  const url = `/api/v1/staff${path}`;
  const answer = await page.request.fetch(url, { method, headers, ...(data && { data }) });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as T;
}

/** Takes the first party out of a record, as a colleague at another desk would. */
async function leaveOneOut(page: Page, key: string): Promise<void> {
  const { entry } = await call<RecordEntryAnswer>(page, 'GET', `/records/${key}`);
  const content = { ...entry.content!, parties: entry.content!.parties.slice(1) };
  await call(page, 'PUT', `/records/${key}`, { version: entry.version, content });
}

test('a figure is taken from the register by a key, follows it, and is fixed when it is sent', async ({
  page,
}) => {
  await openReturn(page, 2024);
  const note = { en: 'Nothing is known of 2024.' };
  const missing = { value: null, qualifier: 'exact', status: 'O', source: null, note };
  const cells = [{ metric: 'projects-signed', member: '', version: 0, content: missing }];
  await call(page, 'PUT', '/returns/2024/cells', { cells });
  await visitReturn(page, 2024);

  const field = value(page, 'biomedicine', 2024);
  const said = under(page, 'biomedicine');
  await expect(said.getByRole('link', { name: 'On the register: 8' })).toHaveAttribute(
    'href',
    '/staff/register?kind=agreement&year=2024&member=biomedicine',
  );
  await expect(under(page, 'other')).toBeHidden();
  await field.press('=');
  await expect(said).toContainText('follows the register');
  const precision = row(page, 'biomedicine').getByRole('combobox', { name: /Precision/ });
  await expect(precision).toBeDisabled();
  await expect(saved(page, 'biomedicine')).toHaveText('saved');

  await leaveOneOut(page, 'signing-2024-biomedicine');
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(field).toHaveValue('7');
  await expect(said.getByRole('link', { name: 'On the register: 7' })).toBeVisible();
  await field.press('Control+Z');
  await expect(field).toHaveValue('8');
  await expect(said).toContainText('1 fewer than here');
  await field.press('Control+Y');
  await expect(field).toHaveValue('7');
  await expect(said).toContainText('follows the register');

  await field.fill('6');
  await expect(said).not.toContainText('follows the register');
  await expect(said).toContainText('1 more than here');
  await expect(said).toContainText('fewer than on the register');
  await said.getByRole('button', { name: /^Take from the register/ }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('7');
  await expect(saved(page, 'biomedicine')).toHaveText('saved');

  await page.getByRole('button', { name: 'Send for review' }).click();
  const ask = page.getByRole('dialog', { name: 'Send the return of 2024 for review?' });
  await ask.getByRole('button', { name: 'Send for review' }).click();
  await expect(page.locator('#locked')).toBeFocused();
  await expect(said).toContainText('taken from the register');

  await leaveOneOut(page, 'signing-2024-biomedicine');
  await page.context().clearCookies();
  await signIn(page, 'reviewer');
  await page.goto('/staff/review');
  const change = page.locator('tbody').filter({ hasText: 'Biomedicine' }).first();
  await expect(change.getByRole('row').first()).toContainText('≥7');
  await expect(change).toContainText('taken from the register');
  await expect(change.getByRole('link', { name: 'On the register: 6' })).toBeVisible();
  await expect(change).toContainText('1 fewer than here');
});
