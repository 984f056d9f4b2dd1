import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { readSeed } from '../../seed/read.ts';
import { useRecord } from './other-record.ts';
import { signIn } from './staff.ts';
import { listViolations } from './violations.ts';

useRecord(readSeed({ factsOnly: true }), [], { staff: true });

test.beforeEach(({ page }) => signIn(page, 'editor'));

const choose = (page: Page, text: string) =>
  page
    .getByLabel(/^Choose (?:a|another) file$/)
    .setInputFiles({ name: 'records.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

const count = (page: Page, name: string) =>
  page.locator('dl > div', { hasText: name }).getByRole('definition');

const source = 'cooperation-meeting-2024-08-06';
const file = [
  'What,When,Title (Chinese),Title (English),Member,Source,Role,Organisation,Kind of organisation,Country',
  `签约,2024年8月6日,新材料合作协议,Agreement on new materials,生物医药,${source},签约方,Zephyr Labs,Company,South Africa`,
  ',,,,,,counterparty,俄羅斯聯邦技術轉移協會（NATT）,,俄罗斯',
  `meeting,2024,好会,A good meeting,Forum,${source},host,natt,,`,
  `meeting,2024,坏会,A bad meeting,Forum,${source},guest,natt,,`,
].join('\n');

test('a file of records is put right, settled and imported by keyboard alone, and adds nothing twice', async ({
  page,
}) => {
  await page.goto('/staff/register/import', { waitUntil: 'networkidle' });
  await choose(page, file);
  // Two heads are nobody's: what stands below them is missed.
  await expect(page.getByRole('heading', { name: 'Preview' })).toBeFocused();
  await expect(count(page, 'Wrong')).toHaveText('3');
  await page.getByText('What the columns mean (2 not read)').press('Enter');
  await page.getByRole('combobox', { name: 'What', exact: true }).selectOption('Kind');
  await page.getByRole('combobox', { name: 'When', exact: true }).selectOption('Date');
  await page.getByRole('button', { name: 'Update the preview', exact: true }).press('Enter');

  await expect(count(page, 'Added')).toHaveText('1');
  await expect(count(page, 'To be settled')).toHaveText('1');
  await expect(count(page, 'Wrong')).toHaveText('1');
  await expect(page.getByRole('region', { name: 'Wrong rows' })).toContainText(
    /5\s*Role\s*guest\s*Write host/,
  );
  expect(await listViolations(page)).toEqual([]);
  const natt = page.getByRole('group', { name: '俄羅斯聯邦技術轉移協會（NATT）' });
  await natt.getByRole('radio', { name: /^The same: .*\(NATT\) \(Russia\)$/ }).press('Space');
  await expect(page.getByRole('button', { name: 'Import 1 record' })).toBeDisabled();
  await page.getByRole('button', { name: 'Update the preview with these answers' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Added records (2)' })).toContainText(
    /Agreement; 6 August 2024; Zephyr Labs and .*\(NATT\)/,
  );
  await page.getByRole('button', { name: 'Import 2 records' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeFocused();
  expect(await listViolations(page)).toEqual([]);

  await choose(page, file.replace('guest', 'host'));
  await natt.getByRole('radio', { name: /^The same/ }).press('Space');
  await page.getByRole('button', { name: 'Update the preview with these answers' }).press('Enter');
  await expect(count(page, 'The same')).toHaveText('2');
  await page.getByRole('button', { name: 'Import 1 record' }).press('Enter');
  await page.getByRole('link', { name: 'Records that wait for the next release' }).press('Enter');
  for (const title of ['Agreement on new materials', 'A good meeting', 'A bad meeting']) {
    await expect(page.getByRole('main').getByRole('link', { name: title })).toHaveCount(1);
  }
});

test('what is on the register is exported in the words of the reader, and comes back edited', async ({
  page,
}) => {
  await page.goto('/staff/register/import', { waitUntil: 'networkidle' });
  await page.getByLabel('Year').selectOption('2019');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export (CSV)' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toMatch(/^\uFEFFId,Kind,Year,.*\r\nmeeting-2019-09-03,Meeting,2019,2019-09-03,/);
  await choose(page, text.replace('Yao Weike', 'Yao W.'));
  await expect(page.getByRole('heading', { name: 'Changed records (1)' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Yao W.');
  await expect(count(page, 'Changed')).toHaveText('1');
});
