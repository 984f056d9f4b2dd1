import { expect, test, type Page } from '@playwright/test';
import { figure, recordOf, useRecord } from './other-record.ts';
import { signIn } from './staff.ts';

const metric = 'people-trained';
const published = { 2020: 10, 2021: 14, 2022: 12 };
useRecord(
  recordOf(
    Object.entries(published).map(([year, value]) => figure({ metric, year: Number(year), value })),
  ),
  [],
  { staff: true },
);

async function call(page: Page, method: string, path: string, data: object): Promise<void> {
  const { origin } = new URL((await page.request.get('/favicon.svg')).url());
  const url = `/api/v1/staff${path}`;
  const answer = await page.request.fetch(url, { method, data, headers: { origin } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** Starts a correction of 2021, in the name of whoever the page is signed in as. */
async function correct(page: Page): Promise<void> {
  await call(page, 'POST', '/returns', { year: 2021 });
  const note = { en: 'Some were counted twice.' };
  const content = { value: 4, qualifier: 'exact', status: 'A', source: null, note };
  const cells = [{ metric, member: '', version: 0, content }];
  await call(page, 'PUT', '/returns/2021/cells', { cells });
}

test('a reviewer sees old and new, the change, what explains it, and that a trend turns round', async ({
  page,
}) => {
  await signIn(page, 'editor');
  await correct(page);
  await page.goto('/staff');
  await page.getByRole('button', { name: 'Send for review 2021' }).click();
  const ask = page.getByRole('dialog', { name: 'Send the return of 2021 for review?' });
  await expect(ask).toContainText('1 filled');
  await ask.getByRole('button', { name: 'Send for review' }).click();
  await expect(page.getByRole('row', { name: /^2021/ })).toContainText('In review');
  await page.context().clearCookies();
  await signIn(page, 'reviewer');
  await page.goto('/staff/review');
  const change = page.locator('tbody').filter({ hasText: 'People trained' });
  const cells = change.getByRole('row').first().getByRole('cell');
  await expect(cells).toHaveText(['10', '14', '4', /−10\D+71\.4%/, /−6\D+60%/]);
  await expect(change).toContainText('less than half of the year before');
  await expect(change).toContainText('turns a published trend round');
  await expect(change).toContainText('Explanation: Some were counted twice.');
});

test('what a reviewer writes stays until it is sent, and a refusal shows what there is now', async ({
  page,
}) => {
  await signIn(page, 'reviewer');
  await page.goto('/staff/review');
  const change = page.locator('tbody').filter({ hasText: 'People trained' });
  const comment = change.getByRole('textbox');
  const message = page.getByLabel('What has to be done');
  const send = page.getByRole('button', { name: 'Send the return of 2021 back with 1 comment' });
  await page.locator('summary').filter({ hasText: 'Send the return of 2021 back' }).click();
  await change.locator('summary').click();
  await comment.fill('Four of whom?');
  await message.fill('Count again.');
  // Awake, it has read both.
  await expect(send).toBeEnabled();
  await page.goto('/staff');
  await page.goto('/staff/review');
  await expect(comment).toHaveValue('Four of whom?');
  await expect(message).toHaveValue('Count again.');

  // A colleague was first.
  await call(page, 'POST', '/returns/2021/send-back', { message: 'No.', comments: [] });
  await send.click();
  const refusal = page.getByRole('alert');
  await expect(refusal).toBeFocused();
  await expect(page.getByRole('main')).toContainText('Nothing waits');

  await call(page, 'POST', '/returns/2021/submit', {});
  await page.reload();
  await expect(message).toHaveValue('Count again.');
  await send.click();
  await expect(page.getByText('The return of 2021 is sent back.')).toBeVisible();
  await call(page, 'POST', '/returns/2021/submit', {});
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Return of 2021' })).toBeVisible();
  await page.locator('summary').filter({ hasText: 'Send the return of 2021 back' }).click();
  await expect(message).toHaveValue('');
});
