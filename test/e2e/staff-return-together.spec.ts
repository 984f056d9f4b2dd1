import { expect, test, type Browser, type Page } from '@playwright/test';
import { useRecord } from './other-record.ts';
import { everySecondYear, openReturn, saved, under, value, visitReturn } from './staff-return.ts';

useRecord(everySecondYear, [], { staff: true });

/** A second person, in a browser of their own. */
async function second(browser: Browser, page: Page, year: number): Promise<Page> {
  const { origin } = new URL(page.url());
  const other = await (await browser.newContext({ baseURL: origin, locale: 'en-GB' })).newPage();
  await openReturn(other, year, 'reviewer');
  return other;
}

test('two people on the same cells: the second sees both values and chooses', async ({
  page,
  browser,
}) => {
  await openReturn(page, 2019);
  const other = await second(browser, page, 2019);
  for (const member of ['biomedicine', 'other']) {
    await value(other, member, 2019).fill('7');
    await value(other, member, 2019).press('Enter');
    await expect(saved(other, member)).toHaveText('saved');
  }

  await value(page, 'biomedicine', 2019).fill('9');
  await value(page, 'other', 2019).fill('3');
  await value(page, 'other', 2019).press('Enter');
  for (const [member, mine] of [
    ['biomedicine', '9'],
    ['other', '3'],
  ] as const) {
    await expect(saved(page, member)).toHaveText('changed by someone else');
    await expect(value(page, member, 2019)).toHaveValue(mine);
    await expect(under(page, member)).toContainText('Demo reviewer saved this cell');
    await expect(under(page, member)).toContainText('7');
  }
  await under(page, 'biomedicine').getByRole('button', { name: 'Keep mine' }).click();
  await expect(saved(page, 'biomedicine')).toHaveText('saved');
  await under(page, 'other').getByRole('button', { name: 'Take theirs' }).click();
  await expect(value(page, 'other', 2019)).toHaveValue('7');

  // The first sees it when they come back to the page, and so what they typed meanwhile meets it.
  await value(other, 'technology-transfer', 2019).fill('5');
  await other.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(value(other, 'biomedicine', 2019)).toHaveValue('9');
  await expect(value(other, 'technology-transfer', 2019)).toHaveValue('5');
  await page.reload();
  await expect(value(page, 'biomedicine', 2019)).toHaveValue('9');
  await expect(value(page, 'other', 2019)).toHaveValue('7');
  await other.context().close();
});

test('offline, edits stay in the browser, through a reload, and are sent later', async ({
  page,
  context,
}) => {
  await openReturn(page, 2021);
  await context.setOffline(true);
  await value(page, 'biomedicine', 2021).fill('9');
  await value(page, 'other', 2021).fill('2');
  await value(page, 'other', 2021).press('Enter');
  await expect(page.getByText(/2 edits stay on this page and in this browser/)).toBeVisible();
  await expect(saved(page, 'biomedicine')).toHaveText('not saved, kept here');
  await context.setOffline(false);
  await expect(saved(page, 'biomedicine')).toHaveText('saved');

  await context.setOffline(true);
  await value(page, 'other', 2021).fill('3');
  await value(page, 'other', 2021).press('Enter');
  await expect(saved(page, 'other')).toHaveText('not saved, kept here');
  await page.close();
  await context.setOffline(false);
  const later = await context.newPage();
  await visitReturn(later, 2021);
  await expect(later.getByText(/1 edit that could not be saved last time was found/)).toBeVisible();
  await expect(value(later, 'other', 2021)).toHaveValue('3');
  await expect(saved(later, 'other')).toHaveText('saved');
  await later.reload();
  await expect(value(later, 'other', 2021)).toHaveValue('3');
  await expect(later.getByText(/was found in this browser/)).toBeHidden();
});

test('a failing server keeps nothing from being typed, and an answer that was lost is no conflict', async ({
  page,
}) => {
  await openReturn(page, 2023);
  await page.route('**/cells', async (route) => {
    // The server has it; its answer never arrives.
    await route.fetch();
    await route.abort();
  });
  await value(page, 'biomedicine', 2023).fill('9');
  await value(page, 'biomedicine', 2023).press('Enter');
  await expect(saved(page, 'biomedicine')).toHaveText('not saved, kept here');
  await value(page, 'biomedicine', 2023).fill('10');
  await value(page, 'biomedicine', 2023).press('Enter');
  await page.unroute('**/cells');
  await page.route('**/cells', (route) => route.fulfill({ status: 500, body: 'out of order' }));
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect(page.getByText('1 edit not saved, kept in this browser')).toBeVisible();
  await page.unroute('**/cells');
  await page.getByRole('button', { name: 'Try again now' }).click();
  await expect(saved(page, 'biomedicine')).toHaveText('saved');
  await page.reload();
  await expect(value(page, 'biomedicine', 2023)).toHaveValue('10');
});

test('what was not sent before the return was locked is not lost', async ({ page, browser }) => {
  await openReturn(page, 2020);
  const other = await second(browser, page, 2020);
  await value(other, 'biomedicine', 2020).fill('9');
  await value(other, 'biomedicine', 2020).press('Enter');
  await expect(saved(other, 'biomedicine')).toHaveText('saved');
  await other.getByRole('button', { name: 'Send for review' }).click();
  await other.getByRole('dialog').getByRole('button', { name: 'Send for review' }).click();
  await expect(other.getByText(/sent this return for review/)).toBeVisible();

  await value(page, 'other', 2020).fill('3');
  await value(page, 'other', 2020).press('Enter');
  await expect(page.getByText(/1 edit of yours was not saved before/)).toBeVisible();
  await expect(page.getByText('Demo reviewer sent this return for review.')).toBeVisible();
  await other.context().close();
});

test('what others have made untrue is refused at its cell; the rest is saved', async ({
  page,
  browser,
}) => {
  await openReturn(page, 2022);
  const other = await second(browser, page, 2022);
  await value(other, '', 2022).fill('19');
  await value(other, '', 2022).press('Enter');
  await expect(saved(other, '')).toHaveText('saved');

  const participants = page.getByRole('textbox', { name: /^Cooperation meeting participants/ });
  await participants.fill('100');
  await value(page, 'biomedicine', 2022).fill('12');
  await value(page, 'biomedicine', 2022).press('Enter');
  await expect(under(page, 'biomedicine')).toContainText('below its parts, which add up to 23');
  await expect(saved(page, 'biomedicine')).toHaveText('not saved');
  await expect(value(page, '', 2022)).toHaveValue('19');
  await expect(page.getByText('1 edit not saved yet')).toBeVisible();

  // With a total that holds, both are saved.
  await value(page, '', 2022).fill('23');
  await value(page, '', 2022).press('Enter');
  await expect(saved(page, 'biomedicine')).toHaveText('saved');
  await other.context().close();
});
