import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { figure, recordOf, useRecord } from './other-record.ts';
import { signIn } from './staff.ts';
import { listViolations } from './violations.ts';

useRecord(recordOf([figure({ year: 2023, member: 'biomedicine', value: 5 })]), [], { staff: true });

test.beforeEach(async ({ page }) => {
  await signIn(page, 'editor');
  await page.goto('/staff/import', { waitUntil: 'networkidle' });
});

const choose = (page: Page, name: string, text: string) =>
  page
    .getByLabel(/^Choose (?:a|another) file$/)
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

const count = (page: Page, name: string) =>
  page.locator('dl > div', { hasText: name }).getByRole('definition');

test('the template of a year comes back filled in, and is known without a mapping', async ({
  page,
}) => {
  await page.getByLabel('Year').selectOption('2023');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV template for 2023' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('return-2023.csv');
  const text = readFileSync(await file.path(), 'utf8');
  expect(text).toMatch(/^agreements-signed,签约数,.*biomedicine,.*2023,5,exact,A,report,,\r$/m);
  const filled = text
    .replace(/^(agreements-signed,.*,biomedicine,.*,2023),5,/m, '$1,6,')
    .replace(/^(people-trained,.*,2023),,/m, '$1,"1,200",');

  await choose(page, 'return-2023.csv', filled);
  await expect(page.getByRole('heading', { name: 'Preview' })).toBeFocused();
  await expect(count(page, 'Added')).toHaveText('1');
  await expect(count(page, 'Changed')).toHaveText('1');
  await expect(page.getByRole('region', { name: 'Changed figures' })).toContainText(
    /Agreements signed, Biomedicine, 2023\s*5 · Annual report\s*6 · Annual report/,
  );
  await page.getByRole('button', { name: 'Import 2 figures' }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeFocused();
  await page.getByRole('link', { name: 'Return for 2023' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2023');
});

const table = [
  'Figures of the Center,,,,',
  'What,Which,Academic Year,Kind,How many',
  'People,all,2019/20,counted,100',
  'People,all,2020/21,counted,1;23',
  'People,all,2021/22,guessed,7',
  'People,some,2021/22,counted,3',
].join('\n');

test('any other table is mapped, looked at and imported, by keyboard alone', async ({ page }) => {
  await choose(page, 'table.csv', table);
  const preview = page.getByRole('button', { name: 'Show the preview' });
  await expect(page.getByRole('heading', { name: 'What the columns mean' })).toBeFocused();
  await preview.press('Enter');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  expect(await listViolations(page)).toEqual([]);
  await summary
    .getByRole('link', { name: 'Choose a metric, or the column that names it.' })
    .press('Enter');
  await expect(page.getByLabel('Metric', { exact: true })).toBeFocused();
  await page.keyboard.type('People trained');
  await expect(page.getByLabel('Metric', { exact: true }).locator('option:checked')).toHaveText(
    'People trained',
  );

  await page.getByLabel('Member', { exact: true }).selectOption('Which');
  await page.getByRole('combobox', { name: 'all', exact: true }).selectOption('Total');
  await page.getByRole('combobox', { name: 'some', exact: true }).selectOption('Leave out');
  await page.getByLabel('Value', { exact: true }).selectOption('How many');
  await page.getByRole('radio', { name: /^The year in which it ends/ }).press('Space');
  await page.getByRole('button', { name: 'Add a filter' }).press('Enter');
  await page.getByLabel('Filter 1: column').selectOption('Kind');
  await page.getByRole('checkbox', { name: 'counted' }).press('Space');
  await page
    .getByLabel('Note in English', { exact: true })
    .selectOption('The same text for all rows');
  await page.getByLabel('Note in English: text').fill('From the old table.');
  await preview.press('Enter');

  await expect(page.getByRole('heading', { name: 'Preview' })).toBeFocused();
  const counts = { Added: '1', Changed: '0', 'The same': '0', Wrong: '1', 'Left out': '2' };
  for (const [name, n] of Object.entries(counts)) await expect(count(page, name)).toHaveText(n);
  await expect(page.getByRole('region', { name: 'Wrong rows' })).toContainText(
    /4\s*How many\s*1;23\s*This is not plainly one number\./,
  );
  await expect(page.getByRole('region', { name: 'Added figures' })).toContainText(
    'People trained, Total, 2020',
  );
  expect(await listViolations(page)).toEqual([]);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the wrong rows (CSV)' }).press('Enter'),
  ]);
  expect(readFileSync(await file.path(), 'utf8')).toBe(
    '\uFEFFRow,Column,Text,Reason\r\n4,How many,1;23,This is not plainly one number.\r\n',
  );

  // The file is put right and chosen again: what was set stays.
  await choose(page, 'table.csv', table.replace('1;23', '123'));
  await expect(page.getByLabel('Note in English: text')).toHaveValue('From the old table.');
  await preview.press('Enter');
  await page.getByRole('button', { name: 'Import 2 figures' }).press('Enter');
  await expect(page.getByRole('link', { name: 'Return for 2021' })).toBeVisible();
  expect(await listViolations(page)).toEqual([]);
});

test('figures that changed since the preview are shown anew before anything is written', async ({
  page,
}) => {
  await choose(page, 'a.csv', 'metric,member,year,value\npeople-trained,total,2018,5');
  await page.getByRole('combobox', { name: 'people-trained' }).selectOption('People trained');
  await page.getByRole('button', { name: 'Show the preview' }).click();
  await expect(count(page, 'Added')).toHaveText('1');
  const { origin } = new URL(page.url());
  const started = await page.request.post('/api/v1/staff/returns', {
    data: { year: 2018 },
    headers: { origin },
  });
  expect(started.ok()).toBe(true);
  await page.getByRole('button', { name: 'Import 1 figure' }).click();
  await expect(page.getByRole('alert')).toContainText('Nothing was imported.');
  await page.getByRole('button', { name: 'Import 1 figure' }).click();
  await expect(page.getByRole('link', { name: 'Return for 2018' })).toBeVisible();
});

test('a file that cannot be read is refused in words, in both languages', async ({ page }) => {
  const old = { name: 'a.xls', mimeType: '', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]) };
  await page.getByLabel('Choose a file').setInputFiles(old);
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('Save it as .xlsx.');
  expect(await listViolations(page)).toEqual([]);
  await page.getByRole('link', { name: '中文' }).click();
  await page.waitForLoadState('networkidle');
  await page.getByLabel('选择文件').setInputFiles(old);
  await expect(page.getByRole('alert')).toContainText('请另存为 .xlsx。');
});

test('a large file tells how much of it is sent; a larger one is refused', async ({ page }) => {
  // Slow enough to be seen.
  const network = await page.context().newCDPSession(page);
  await network.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1 },
    uploadThroughput: 2 * 1024 * 1024,
  });
  const row = `x,2024,${'1'.repeat(240)}\n`;
  const large = `metric,year,value\n${row.repeat(19_999)}`;
  await choose(page, 'large.csv', large);
  const told = page.getByRole('status').filter({ has: page.getByRole('progressbar') });
  await expect(told).toContainText(/Sending the file: [1-9]\d?%/);
  await expect(page.getByLabel(/^Choose (?:a|another) file$/)).toBeDisabled();
  await expect(page.getByRole('heading', { name: 'What the columns mean' })).toBeFocused();
  await expect(told).toHaveCount(0);
  await expect(page.getByRole('main')).toContainText('19,999');
  await choose(page, 'larger.csv', large + row.repeat(2_000));
  await expect(page.getByRole('alert')).toContainText('The file is larger than 5 MB.');
});
