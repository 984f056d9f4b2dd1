import { expect, test, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { listViolations } from './violations.ts';

/** Presses Tab until a control of this name has the focus: what takes more presses than this is out of reach. */
async function tabTo(page: Page, name: string | RegExp, most = 40): Promise<void> {
  const target = page.getByRole('dialog').getByLabel(name).or(page.getByRole('button', { name }));
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluateAll((all: Element[]) => all.includes(document.activeElement!))) return;
  }
  throw new Error(`${name} has not been reached.`);
}

const readClipboard = (page: Page, type: string) =>
  page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType(wanted)).text();
  }, type);

test('a chart is taken into a report frozen, with the keyboard alone', async ({
  page,
  context,
  baseURL,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  await page.goto('/en?agreements-signed.show=change');
  const opener = page.getByRole('link', { name: 'Agreements signed: share and download' });
  await opener.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Agreements signed: share and download' });
  const status = dialog.getByRole('status');
  await expect(dialog.getByRole('radio', { name: 'Live' })).toBeFocused();

  await page.keyboard.press('ArrowDown');
  await expect(status).toHaveText('Preview, texts and files are up to date.');
  const frozen = dialog.getByRole('radio', { name: /^Frozen at release \d+$/ });
  await expect(frozen).toBeFocused();
  const n = await frozen.inputValue();

  await tabTo(page, 'Copy image');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('Copied: the image.');
  expect(await readClipboard(page, 'image/png')).toMatch(/^.PNG/);

  await tabTo(page, 'Copy table');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('Copied: the table, for Word, Excel and WPS.');
  const html = await readClipboard(page, 'text/html');
  expect(html).toMatch(
    /<table[\s\S]*2024[\s\S]*<\/table>[\s\S]*\/en\/metrics\/agreements-signed\?/,
  );
  expect(html).toContain(`release=${n}`);
  expect(await readClipboard(page, 'text/plain')).toMatch(/^Part\t2018/m);

  const download = page.waitForEvent('download');
  await tabTo(page, 'Agreements signed: download as CSV');
  await page.keyboard.press('Enter');
  const rows = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(rows.length).toBeGreaterThan(8);
  for (const row of rows.slice(1))
    expect(row).toMatch(new RegExp(`^agreements-signed,change,.*,${n}$`));

  await tabTo(page, 'Copy: Web page: iframe, without script');
  await page.keyboard.press('Enter');
  await expect(status).toHaveText('Copied: Web page: iframe, without script.');
  const code = await readClipboard(page, 'text/plain');
  expect(code).toContain(
    `<iframe src="${baseURL}/embed/agreements-signed?show=change&amp;release=${n}&amp;lang=en&amp;theme=light"`,
  );

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await expect(page).toHaveURL('/en?agreements-signed.show=change');
  expect(complaints).toEqual([]);
});

test('a choice is followed before anything is taken, and a refused copy says what to do', async ({
  page,
}) => {
  await page.goto('/zh/metrics/agreements-signed?release=4&sample=exclude');
  await page.getByRole('link', { name: '签约数：分享与下载' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: '固定于第4次发布' })).toBeChecked();
  await expect(dialog.getByRole('textbox', { name: /GB\/T 7714/ })).toHaveValue(
    /: 第4次发布\[DB\/OL\]\. \(\d{4}-\d\d-\d\d\)\[\d{4}-\d\d-\d\d\]\. http.*release=4$/,
  );
  expect(await listViolations(page)).toEqual([]);

  await page.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  let go = () => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  await page.route('**/zh/share/**', async (route) => {
    await held;
    await route.continue();
  });
  await dialog.getByRole('radio', { name: '随发布更新' }).check();
  await dialog.getByRole('button', { name: '复制：链接' }).click();
  go();
  const link = dialog.getByRole('textbox', { name: '链接' });
  await expect(dialog.getByRole('status')).toHaveText(/文字已选中/);
  await expect(link).toBeFocused();
  const selected = await link.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  );
  expect(selected).toMatch(/\/zh\/metrics\/agreements-signed\?sample=exclude$/);

  await dialog.getByRole('combobox', { name: '宽度' }).selectOption('own');
  const own = dialog.getByRole('spinbutton');
  await own.fill('100');
  await own.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('“100”不是240至2400像素之间的宽度');
  await expect(dialog.getByRole('img')).toHaveAttribute('width', '240');
  await expect(own).toBeFocused();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page of sharing is a form, texts and files', async ({ page, request, baseURL }) => {
    await page.goto('/en/metrics/agreements-signed?from=2022&sample=exclude');
    await page.getByRole('link', { name: 'Agreements signed: share and download' }).click();
    await page.getByRole('radio', { name: /^Frozen/ }).check();
    await page.getByRole('radio', { name: '中文' }).check();
    await page.getByRole('combobox', { name: 'Width' }).selectOption('640');
    await page.getByRole('checkbox', { name: 'Verification code' }).check();
    await page.getByRole('button', { name: 'Show' }).click();

    const n = new URL(page.url()).searchParams.get('release');
    const image = page.locator('.share-preview img');
    await expect(image).toHaveAttribute(
      'src',
      `/charts/agreements-signed.svg?from=2022&sample=exclude&release=${n}&width=640&verify=hide`,
    );
    await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(
      `${baseURL}/zh/metrics/agreements-signed?from=2022&sample=exclude&release=${n}`,
    );
    await expect(page.getByRole('button', { name: /Copy/ })).toHaveCount(0);
    await expect(page.getByText('put the day on which you read this')).toBeVisible();
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
      'href',
      `${baseURL}/en/metrics/agreements-signed`,
    );
    const files = await page
      .locator('.share-files a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    expect(files).toHaveLength(10);
    for (const address of files) expect((await request.get(address)).status(), address).toBe(200);
    for (const wrong of ['/en/share/none', '/en/share/agreements-signed?show=growth'])
      expect([400, 404], wrong).toContain((await request.get(wrong)).status());
  });
});

for (const address of [
  '/en/share/agreements-signed',
  '/zh/share/people-trained?theme=dark&width=9',
])
  test(`axe finds nothing at ${address}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address);
    expect(await listViolations(page)).toEqual([]);
    const [wide, wider] = await page.evaluate(() => [innerWidth, document.body.scrollWidth]);
    expect(wider).toBeLessThanOrEqual(wide!);
  });
