import { expect, test, type Page } from '@playwright/test';
import type { RecordEntryAnswer } from '../../schema/staff/register.ts';
import { readSeed } from '../../seed/read.ts';
import { useRecord } from './other-record.ts';
import { signIn } from './staff.ts';

useRecord(readSeed({ factsOnly: true }), [], { staff: true });

const path = '/api/v1/staff/records/signing-2024-biomedicine';

/** Gives a record another day and title, and takes its first party out. */
async function change(page: Page): Promise<void> {
  const { entry } = (await (await page.request.get(path)).json()) as RecordEntryAnswer;
  const content = entry.content!;
  const { origin } = new URL((await page.request.get('/favicon.svg')).url());
  const answer = await page.request.put(path, {
    headers: { origin },
    data: {
      version: entry.version,
      content: {
        ...content,
        date: '2024-08-07',
        titles: { ...content.titles, en: 'Signings in biomedicine, corrected' },
        parties: content.parties.slice(1),
      },
    },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

test('a reviewer and then a reader see each field and party that changed', async ({ page }) => {
  await signIn(page, 'editor');
  await change(page);
  await page.context().clearCookies();
  await signIn(page, 'reviewer');
  await page.goto('/staff/review');
  const section = page.getByRole('region', { name: '1 change of the register' });
  const row = (name: RegExp) => section.getByRole('row', { name });
  await expect(row(/^Day 6 August 2024 7 August 2024/)).toBeVisible();
  await expect(row(/^Title \(English\)/)).toContainText('Signings in biomedicine, corrected');
  const party = row(/^Party Counterparty: .+ none$/);
  await expect(party).toHaveCount(1);
  const gone = (await party.getByRole('cell').first().textContent())!.trim();

  await page.getByLabel('Reason').selectOption('correction');
  await page.getByLabel('English').fill('A party was named that did not sign.');
  const check = page.getByRole('button', { name: 'Check what release 5 publishes' });
  await expect(check).toBeEnabled();
  await check.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('link', { name: 'See release 5' }).click();

  const main = page.getByRole('main');
  await expect(main).toContainText('1 record changed');
  await expect(main.getByRole('row', { name: /^Day 6 August 2024 7 August 2024/ })).toBeVisible();
  await expect(main.getByRole('row', { name: `Party ${gone} none` })).toBeVisible();
  await main.getByRole('link', { name: 'Signings in biomedicine, corrected' }).click();
  await expect(main.getByRole('region', { name: /Release 5/ }).getByRole('row')).toHaveCount(4);
  await expect(main).toContainText('First published.');
});
