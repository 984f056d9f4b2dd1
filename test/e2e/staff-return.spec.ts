import { expect, test } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { useRecord } from './other-record.ts';
import {
  everySecondYear,
  openReturn,
  paste,
  row,
  saved,
  under,
  value,
  visitReturn,
} from './staff-return.ts';

useRecord(everySecondYear, [], { staff: true });

test('a figure is saved as it is typed, and is there again', async ({ page }) => {
  await openReturn(page, 2019);
  const field = value(page, 'biomedicine', 2019);
  await field.fill('12');
  await expect(row(page, 'biomedicine')).toContainText('+4 (+50%)');
  await expect(row(page, '')).toContainText('sum of the parts: ≥12');
  await expect(saved(page, 'biomedicine')).toHaveText('saved');

  await row(page, 'biomedicine')
    .getByRole('combobox', { name: /Status/ })
    .selectOption('P');
  await row(page, 'biomedicine')
    .getByRole('combobox', { name: /Source/ })
    .selectOption('report');
  await row(page, 'biomedicine')
    .getByRole('button', { name: /add a note/ })
    .click();
  await page
    .getByRole('textbox', { name: /^Note \(English\).*Biomedicine/ })
    .fill('From the list.');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(saved(page, 'biomedicine')).toHaveText('saved');

  await visitReturn(page, 2019);
  await expect(field).toHaveValue('12');
  await expect(saved(page, 'biomedicine')).toHaveText('by Demo editor');
  await expect(row(page, 'biomedicine').getByRole('combobox', { name: /Status/ })).toHaveValue('P');
  await expect(row(page, 'biomedicine').getByRole('combobox', { name: /Source/ })).toHaveValue(
    'report',
  );
  await expect(under(page, 'biomedicine')).toContainText('From the list.');
});

test('a sample never stands as a value of its year', async ({ page }) => {
  await openReturn(page, 2019);
  const sampled = page.locator('tr[data-cell="projects-signed~"]');
  const field = sampled.getByRole('textbox');
  await expect(field).toHaveValue('');
  await expect(field).toHaveAttribute('placeholder', '');
  await field.fill('5');
  await field.press('Enter');
  await expect(sampled).toContainText('saved');
  await expect(sampled).not.toContainText('26');
});

test('a source is added from the cell that rests on it', async ({ page }) => {
  await openReturn(page, 2019);
  await value(page, 'intellectual-property', 2019).fill('4');
  await row(page, 'intellectual-property')
    .getByRole('button', { name: /Add a source/ })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Add a source' });
  await dialog.getByLabel('Title (English)').fill('Signing list');
  await dialog.getByLabel('Address on the web').fill('example.org/list');
  await dialog.getByRole('button', { name: 'Add it and use it' }).click();
  await expect(dialog.getByLabel('Title (中文)')).toHaveAccessibleDescription(/Enter the title/);
  await expect(dialog.getByLabel('Address on the web')).toHaveAccessibleDescription(/https:/);
  await dialog.getByLabel('Title (中文)').fill('签约名单');
  await dialog.getByRole('button', { name: 'Add it and use it' }).click();
  await expect(dialog.getByLabel('Address on the web')).toBeFocused();
  await dialog.getByLabel('Address on the web').fill('https://example.org/list');
  await dialog.getByRole('button', { name: 'Add it and use it' }).click();
  await expect(value(page, 'intellectual-property', 2019)).toBeFocused();
  await expect(saved(page, 'intellectual-property')).toHaveText('saved');
  await page.reload();
  const source = row(page, 'intellectual-property').getByRole('combobox', { name: /Source/ });
  await expect(source.locator(':checked')).toHaveText('Signing list');
});

test('the column of values has the keys of a spreadsheet', async ({ page }) => {
  await openReturn(page, 2019);
  const first = value(page, 'technology-transfer', 2019);
  const second = value(page, 'biomedicine', 2019);
  await second.fill('12');
  await first.focus();
  await page.keyboard.type('6');
  await page.keyboard.press('Enter');
  await expect(second).toBeFocused();
  await page.keyboard.type('9');
  await page.keyboard.press('Escape');
  await expect(second).toHaveValue('12');
  await page.keyboard.type('10');
  await page.keyboard.press('ArrowDown');
  await expect(value(page, 'intellectual-property', 2019)).toBeFocused();
  await page.keyboard.press('Shift+Enter');
  await expect(second).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(first).toBeFocused();

  await page.keyboard.press('Control+Z');
  await expect(second).toHaveValue('12');
  await expect(second).toBeFocused();
  await page.keyboard.press('Control+Z');
  await expect(first).toHaveValue('');
  await page.keyboard.press('Control+Y');
  await page.keyboard.press('Control+Shift+Z');
  await expect(first).toHaveValue('6');
  await expect(second).toHaveValue('10');

  await page.keyboard.press('ArrowRight');
  const precision = row(page, 'biomedicine').getByRole('combobox', { name: /Precision/ });
  await expect(precision).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(second).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(precision).toBeFocused();
  await expect(saved(page, 'biomedicine')).toHaveText('saved');
});

test('a block from a spreadsheet lands after a look at it', async ({ page }) => {
  await openReturn(page, 2021);
  await value(page, 'technology-transfer', 2021).focus();
  await paste(page, '1.2万\r\n２０\r\n\r\n—\r\n1,234\r\n');
  const dialog = page.getByRole('dialog', { name: 'What is pasted' });
  await expect(dialog).toContainText('4 can be put in, 0 cannot, 1 are blank and change nothing.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(value(page, 'technology-transfer', 2021)).toHaveValue('');

  await paste(page, '1.2万\r\n２０\r\n\r\n—\r\n十几家\r\n');
  await expect(dialog).toContainText('3 can be put in, 1 cannot, 1 are blank and change nothing.');
  await expect(dialog.getByRole('row', { name: /十几家/ })).toContainText(
    'cannot be read as a number',
  );
  await dialog.getByRole('button', { name: 'Put 3 figures in' }).click();
  await expect(value(page, 'technology-transfer', 2021)).toHaveValue('12000');
  await expect(value(page, 'biomedicine', 2021)).toHaveValue('20');
  await expect(value(page, 'intellectual-property', 2021)).toHaveValue('');
  await expect(row(page, 'other').getByRole('combobox', { name: /Status/ })).toHaveValue('O');
  await expect(saved(page, 'other')).toHaveText('saved');

  await page.keyboard.press('Control+Z');
  await expect(value(page, 'technology-transfer', 2021)).toHaveValue('');
  await expect(value(page, 'biomedicine', 2021)).toHaveValue('');

  await paste(page, '签约数\t2020\t2021\t说明\r\n其他\t1\t3\t年底统计\r\n生物医药\t8\t≥9\t\r\n');
  await expect(dialog).toContainText('Columns of numbers that are not used: 2020');
  await dialog.getByRole('button', { name: 'Put 2 figures in' }).click();
  await expect(value(page, 'other', 2021)).toHaveValue('3');
  await expect(under(page, 'other')).toContainText('年底统计');
  await expect(value(page, 'biomedicine', 2021)).toHaveValue('9');
  await expect(row(page, 'biomedicine').getByRole('combobox', { name: /Precision/ })).toHaveValue(
    'at_least',
  );
});

test('what cannot be true stays on screen, unsaved, until it is mended', async ({ page }) => {
  await openReturn(page, 2024);
  const field = value(page, 'biomedicine', 2024);
  await field.fill('8.5');
  await field.press('Enter');
  await expect(saved(page, 'biomedicine')).toHaveText('not saved');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(/Enter a whole number/);
  await field.fill('a few');
  await expect(field).toHaveAccessibleDescription(/“a few” cannot be read as a number/);

  // A total below its parts holds the total back alone; the rest is saved.
  await field.fill('9');
  await field.press('Enter');
  await expect(saved(page, 'biomedicine')).toHaveText('saved');
  const total = value(page, '', 2024);
  await total.fill('19');
  await total.press('Enter');
  await expect(total).toHaveAccessibleDescription(/below its parts, which add up to 20/);
  await expect(saved(page, '')).toHaveText('not saved');
  await total.fill('21');
  await total.press('Enter');
  await expect(saved(page, '')).toHaveText('saved');
  await expect(row(page, '')).toContainText('1 not broken down');
  await page.reload();
  await expect(total).toHaveValue('21');
});

test('what has to be explained keeps a return here; sent, it is locked', async ({ page }) => {
  await openReturn(page, 2025);
  await value(page, 'technology-transfer', 2025).fill('11.5');
  await expect(under(page, 'technology-transfer')).toHaveText(/^\s*Enter a whole number/);
  await expect(under(page, 'technology-transfer')).not.toContainText('say why');
  await value(page, 'technology-transfer', 2025).fill('11');
  await value(page, 'biomedicine', 2025).fill('8');
  await value(page, 'intellectual-property', 2025).fill('4');
  await value(page, 'intellectual-property', 2025).press('Enter');
  await expect(under(page, 'technology-transfer')).toContainText('More than double 2024: say why.');
  await page.getByRole('button', { name: 'Send for review' }).click();
  const summary = page.getByRole('group', { name: '3 things to settle before it can be sent' });
  await expect(summary).toBeFocused();
  await summary.getByRole('link', { name: 'Agreements signed, Other' }).click();
  await expect(value(page, 'other', 2025)).toBeFocused();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.getByText('Use one note for all that need one').click();
  await page.getByRole('textbox', { name: 'Note (English)', exact: true }).fill('A new agreement.');
  await page.getByRole('checkbox', { name: /Also the 1 empty figure/ }).check();
  await page.getByRole('button', { name: 'Use it for 2 figures' }).click();
  await expect(summary).toBeHidden();

  await page.getByRole('button', { name: 'Send for review' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send the return of 2025 for review?' });
  await expect(dialog).toContainText('4 filled, 1 not reported');
  await dialog.getByRole('button', { name: 'Send for review' }).click();
  await expect(page.getByText('Demo editor sent this return for review.')).toBeVisible();
  await expect(page.locator('#locked')).toBeFocused();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(row(page, 'technology-transfer')).toContainText('11');
  await page.goto('/staff');
  await expect(page.getByRole('row', { name: /^2025/ })).toContainText('In review');
});

test('the list of years starts returns and says how far they are', async ({ page }) => {
  await openReturn(page, 2023);
  await value(page, 'other', 2023).fill('2');
  await value(page, 'other', 2023).press('Enter');
  await expect(saved(page, 'other')).toHaveText('saved');
  await page.getByRole('link', { name: 'All years' }).click();
  const of2023 = page.getByRole('row', { name: /^2023/ });
  await expect(of2023).toContainText('1 filled, 0 not reported, 10 empty');
  await expect(of2023).toContainText('1 change');
  await expect(of2023).toContainText('Demo editor');
  await page.goto('/staff/returns/2020');
  await expect(
    page.getByText('Figures of this year are published, though no return of it was made.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start a correction' })).toBeVisible();
  await page.goto('/staff');
  await expect(page.getByRole('row', { name: /^2022/ })).toContainText('Figures published');
  await page.getByRole('button', { name: 'Start a correction 2022' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Return of 2022' })).toBeVisible();
  await expect(value(page, 'biomedicine', 2022)).toHaveValue('8');
  await expect(saved(page, 'biomedicine')).toHaveText('as published');
});

for (const scheme of ['light', 'dark'] as const)
  test(`axe finds nothing on the pages, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openReturn(page, 2026);
    await value(page, 'other', 2026).fill('x');
    await row(page, 'other')
      .getByRole('button', { name: /add a note/ })
      .click();
    for (const address of ['', '/staff']) {
      if (address) await page.goto(address);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
    }
  });
