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

/** Sends a correction of 2021 for review, in the name of whoever the page is signed in as. */
async function correct(page: Page): Promise<void> {
  const { origin } = new URL((await page.request.get('/favicon.svg')).url());
  const call = async (method: string, path: string, data: object) => {
    const url = `/api/v1/staff${path}`;
    const answer = await page.request.fetch(url, { method, data, headers: { origin } });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  await call('POST', '/returns', { year: 2021 });
  const note = { en: 'Some were counted twice.' };
  const content = { value: 4, qualifier: 'exact', status: 'A', source: null, note };
  const cells = [{ metric, member: '', version: 0, content }];
  await call('PUT', '/returns/2021/cells', { cells });
  await call('POST', '/returns/2021/submit', {});
}

test('a reviewer sees old and new, the change, what explains it, and that a trend turns round', async ({
  page,
}) => {
  await signIn(page, 'editor');
  await correct(page);
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
