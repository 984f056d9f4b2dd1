import { expect, test } from '@playwright/test';

const year = '/en/years/2024?release=4';

test('the words of a year are copied, shown where that is refused, and a file', async ({
  page,
  context,
  request,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(year);
  const button = page.getByRole('button', { name: 'Copy: This year in words' });
  const said = page.locator('.copy', { has: button }).getByRole('status');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(said).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Agreements signed reached at least 17 in 2024');
  expect(copied).toContain('17 of at least 17 reported are on the register.');
  expect(copied).toContain('/en/years/2024?release=4');

  const address = await page.getByRole('link', { name: 'As a text file' }).getAttribute('href');
  const file = await request.get(address!);
  expect(file.headers()['content-type']).toBe('text/plain; charset=utf-8');
  expect(await file.text()).toBe(copied);

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await button.click();
  await expect(said).toContainText('copy it with the keyboard');
  const field = page.getByRole('textbox', { name: 'This year in words' });
  await expect(field).toBeFocused();
  const selected = await field.evaluate((element: HTMLTextAreaElement) =>
    element.value.slice(element.selectionStart, element.selectionEnd),
  );
  expect(selected).toBe(copied);
});

test('without scripts the words of a year can be selected', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(year);
  await expect(page.getByRole('button', { name: 'Copy: This year in words' })).toBeHidden();
  await page.getByText('This year in words').click();
  await expect(page.getByRole('textbox', { name: 'This year in words' })).toHaveValue(
    /Agreements signed reached at least 17/,
  );
  await page.close();
});
