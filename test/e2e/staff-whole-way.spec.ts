import { expect, test, type Browser, type Page } from '@playwright/test';
import { demoAddress, demoPassword } from '../../scripts/demo-people.ts';
import type { Role } from '../../schema/staff/roles.ts';
import { useRecord } from './other-record.ts';
import { everySecondYear, paste, row, saved, under, value } from './staff-return.ts';

useRecord(everySecondYear, [], { staff: true });

const year = 2025;

/** A person at their own browser, signed in by the page for it. */
async function colleague(browser: Browser, baseURL: string, role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto('/staff', { waitUntil: 'networkidle' });
  await page.getByLabel('E-mail').fill(demoAddress(role));
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Returns by year');
  return page;
}

const openReturn = async (page: Page) => {
  await page.goto(`/staff/returns/${year}`);
  await expect(page.locator('[inert]')).toHaveCount(0);
};

const openReview = (page: Page) => page.goto('/staff/review', { waitUntil: 'networkidle' });

/** Types a block into the return as a spreadsheet gives it. */
async function pasteBlock(page: Page): Promise<void> {
  await value(page, 'technology-transfer', year).focus();
  await paste(page, '１１\r\n8\r\n4\r\n2\r\n');
  await page.getByRole('button', { name: 'Put 4 figures in' }).click();
  await expect(saved(page, 'other')).toHaveText('saved');
}

/** Fills the template and gives it to the page for files. */
async function importTemplate(page: Page): Promise<void> {
  const answer = await page.request.get(`/api/v1/staff/returns/${year}/template.csv`);
  const rows = (await answer.text()).replace(
    new RegExp(`^(meeting-participants,.*,${year}),,,,`, 'm'),
    '$1,101,exact,A,',
  );
  await page.goto('/staff/import', { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Choose a file' }).setInputFiles({
    name: 'return.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows),
  });
  // The template is known: its preview comes by itself.
  await page.getByRole('button', { name: 'Import 1 figure' }).click();
  await expect(page.getByText('1 figure is in the drafts.')).toBeVisible();
}

async function explain(page: Page): Promise<void> {
  await row(page, 'technology-transfer')
    .getByRole('button', { name: /add a note/ })
    .click();
  await page
    .getByRole('textbox', { name: /^Note \(English\).*Technology transfer/ })
    .fill('A second call for tenders.');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(saved(page, 'technology-transfer')).toHaveText('saved');
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Send for review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send for review' }).click();
  await expect(page.getByText('Demo editor sent this return for review.')).toBeVisible();
}

async function sendBack(page: Page): Promise<void> {
  await openReview(page);
  const change = page.locator('tbody').filter({ hasText: 'Technology transfer' });
  await expect(change).toContainText('more than double the year before');
  await expect(change).toContainText('Explanation: A second call for tenders.');
  await change.locator('summary').click();
  await change.getByRole('textbox').fill('The list has ten.');
  await page.getByText(`Send the return of ${year} back`, { exact: true }).click();
  await page.getByLabel('What has to be done').fill('Count the transfers again.');
  await page
    .getByRole('button', { name: `Send the return of ${year} back with 1 comment` })
    .click();
  await expect(page.getByText(`The return of ${year} is sent back.`)).toBeVisible();
}

async function mend(page: Page): Promise<void> {
  await openReturn(page);
  await expect(page.getByText('Count the transfers again.')).toBeVisible();
  await expect(under(page, 'technology-transfer')).toContainText('The list has ten.');
  await value(page, 'technology-transfer', year).fill('10');
  await value(page, 'technology-transfer', year).press('Enter');
  await expect(saved(page, 'technology-transfer')).toHaveText('saved');
  await submit(page);
}

async function publish(page: Page): Promise<void> {
  await openReview(page);
  await page.getByLabel('Reason').selectOption('first publication');
  await page.getByRole('button', { name: 'Check what release 2 publishes' }).click();
  await expect(page.getByRole('alert')).toContainText('Write a public note');
  await page.getByLabel('Chinese').fill('公布2025年度数据');
  await page.getByLabel('English').fill('The figures of 2025');
  await page.getByRole('button', { name: 'Check what release 2 publishes' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish release 2 now?' });
  await expect(dialog).toContainText('2025: 5 figures added; complete');
  await dialog.getByRole('button', { name: 'Publish release 2' }).click();
}

test('from a spreadsheet to a public release, and the old release stays', async ({
  browser,
  baseURL,
  page,
}) => {
  test.slow();
  const textOf = async (path: string) => (await page.request.get(path)).text();
  const overview = (ask: string) => textOf(`/api/v1/overview?by=members&release=1${ask}`);
  await page.goto('/en?release=1');
  const before = { api: await overview(''), page: await page.getByRole('main').innerText() };
  expect(await textOf('/en')).toContain('As of release 1');

  const editor = await colleague(browser, baseURL!, 'editor');
  await editor.getByRole('button', { name: `Start the return ${year}` }).click();
  await expect(editor.getByRole('heading', { level: 1 })).toHaveText(`Return of ${year}`);
  await expect(editor.locator('[inert]')).toHaveCount(0);
  await pasteBlock(editor);
  await importTemplate(editor);
  await openReturn(editor);
  await explain(editor);
  await submit(editor);

  const reviewer = await colleague(browser, baseURL!, 'reviewer');
  await sendBack(reviewer);
  await mend(editor);
  await publish(reviewer);
  await expect
    .poll(() => textOf('/en'), { timeout: 5_000, intervals: [100] })
    .toContain('As of release 2');

  await reviewer.getByRole('link', { name: 'See release 2' }).click();
  await expect(reviewer.getByRole('heading', { level: 1 })).toContainText('Release 2');
  await expect(reviewer.getByRole('main')).toContainText('The figures of 2025');
  await page.goto('/en');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2025');
  await expect(page.getByRole('main')).toContainText('Agreements signed');
  expect(await textOf('/en/releases.atom')).toContain('The figures of 2025');

  await page.goto('/en?release=1');
  expect(await page.getByRole('main').innerText()).toBe(before.page);
  // The empty parameter makes it another address: no cache has it.
  expect(await overview('&')).toBe(before.api);
  await editor.context().close();
  await reviewer.context().close();
});

test('what may not be published is said in words, and a release that waits can be withdrawn', async ({
  browser,
  baseURL,
  page,
}) => {
  const reviewer = await colleague(browser, baseURL!, 'reviewer');
  await openReview(reviewer);
  await expect(reviewer.getByRole('main')).toContainText('Nothing waits');
  const call = async (method: string, path: string, data: object) => {
    const url = `/api/v1/staff${path}`;
    const answer = await reviewer.request.fetch(url, {
      method,
      data,
      headers: { origin: baseURL! },
    });
    expect(answer.status(), await answer.text()).toBe(200);
  };
  const content = { value: 7, qualifier: 'exact', status: 'A', source: null, note: null };
  const cell = { metric: 'people-trained', member: '', version: 0, content };
  await call('POST', '/returns', { year: 2019 });
  await call('PUT', '/returns/2019/cells', { cells: [cell] });
  const note = { zh: '无数据', en: 'No figures' };
  const missing = ['technology-transfer', 'biomedicine', 'intellectual-property', 'other'].map(
    (member) => ({
      ...{ metric: 'agreements-signed', member, version: 0 },
      content: { ...content, value: null, status: 'O', note },
    }),
  );
  const participants = { ...missing[0]!, metric: 'meeting-participants', member: '' };
  await call('PUT', '/returns/2019/cells', { cells: [...missing, participants] });
  await call('POST', '/returns/2019/submit', {});
  await openReview(reviewer);
  await expect(reviewer.getByRole('main')).toContainText(
    'You entered figures of this return; another person must publish it.',
  );
  await expect(
    reviewer.getByRole('checkbox', { name: 'Publish the return of 2019' }),
  ).toBeDisabled();
  await expect(reviewer.getByRole('button', { name: /Check what release/ })).toHaveCount(0);

  const admin = await colleague(browser, baseURL!, 'admin');
  await openReview(admin);
  await admin.getByLabel('Reason').selectOption('late data');
  await admin.getByLabel('English').fill('The figures of 2019');
  await admin.getByLabel('At a time to come').check();
  await admin.getByLabel('Date and time').fill('2020-01-01T09:00');
  const goOn = admin.getByRole('button', { name: /Check what release/ });
  await goOn.click();
  await expect(admin.getByRole('alert')).toContainText('Enter a date and time to come');
  const ahead = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await admin.getByLabel('Date and time').fill(`${ahead}T09:00`);
  await goOn.click();
  await expect(admin.getByRole('dialog')).toContainText('There is no Chinese note');
  await admin
    .getByRole('dialog')
    .getByRole('button', { name: /^Publish release/ })
    .click();
  const waiting = admin.getByRole('heading', { name: /becomes public on .* at 09:00/ });
  await expect(waiting).toBeVisible();
  for (const path of ['/en/releases', '/en/releases.atom', '/en/years/2019'])
    expect(await (await page.request.get(path)).text()).not.toContain('The figures of 2019');
  await admin.getByRole('button', { name: /^Withdraw release/ }).click();
  await admin
    .getByRole('dialog')
    .getByRole('button', { name: /^Withdraw release/ })
    .click();
  await expect(admin.getByText('The release is withdrawn.')).toBeVisible();
  await expect(admin.getByRole('heading', { name: 'Return of 2019' })).toBeVisible();

  // Where one person may do it all, every reader is told.
  const settings = { data: { onePerson: true }, headers: { origin: baseURL! } };
  expect((await admin.request.put('/api/v1/staff/settings', settings)).status()).toBe(200);
  await openReview(reviewer);
  await reviewer.getByLabel('Reason').selectOption('late data');
  await reviewer.getByLabel('English').fill('The figures of 2019');
  await reviewer.getByRole('button', { name: /Check what release/ }).click();
  const last = reviewer.getByRole('dialog');
  await expect(last).toContainText('one person entered and published it');
  await last.getByRole('button', { name: /^Publish release/ }).click();
  await reviewer.getByRole('link', { name: /^See release/ }).click();
  await expect(reviewer.getByRole('main')).toContainText('Entered and published by one person');
  await reviewer.context().close();
  await admin.context().close();
});
