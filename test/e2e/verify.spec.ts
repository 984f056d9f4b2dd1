import { expect, test, type Browser, type Page } from '@playwright/test';
import { decode } from 'fast-png';
import decodeQr from 'jsqr';
import { listViolations } from './violations.ts';

/** Points of a print-out that is scanned at 200 dpi, to a CSS px. */
const scan = 200 / 96;
/** CSS px: the width of a page of A4. */
const paper = { width: 794, height: 1123 };

/** What a second library reads from a picture; null: nothing. */
function readSquare(png: Buffer): string | null {
  const { data, width, height, channels } = decode(png);
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++)
    for (let c = 0; c < 3; c++) rgba[at * 4 + c] = data[at * channels + c]!;
  return decodeQr(rgba, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}

const scanner = (browser: Browser) =>
  browser.newPage({ deviceScaleFactor: scan, viewport: paper, locale: 'en-GB' });

/** The picture as a camera would have it: turned a little, not quite sharp, and in poor light. */
async function photograph(page: Page, picture: Buffer, width: number): Promise<Buffer> {
  const source = `data:image/png;base64,${picture.toString('base64')}`;
  await page.setContent(
    `<body style="margin:60px;background:#aaa"><img src="${source}" width="${width}" style="transform:rotate(3deg);filter:blur(.5px) brightness(.8) contrast(.8)">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  return page.screenshot({ fullPage: true });
}

test('a printed page that is scanned or photographed leads to the figures that stand on it', async ({
  browser,
  baseURL,
}) => {
  const page = await scanner(browser);
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${baseURL}/en/metrics/meetings-held?release=2`);
  const figures = await page.locator('figure table').innerText();
  const picture = await page.locator('figure').screenshot();
  const address = readSquare(picture);
  expect(address).toMatch(new RegExp(`^${baseURL}/v/[0-9A-Z]{24}$`));
  const { width } = (await page.locator('figure').boundingBox())!;
  expect(readSquare(await photograph(page, picture, width))).toBe(address);

  const reader = await browser.newPage({ locale: 'en-GB', viewport: { width: 390, height: 844 } });
  await reader.goto(address!);
  await expect(reader).toHaveURL(/\/en\/v\//);
  const main = reader.getByRole('main');
  await expect(main).toContainText('in release 2 on 10 January 2023');
  const words = (text: string) => text.split(/\s+/).join(' ');
  expect(words(await main.locator('figure table').innerText())).toBe(words(figures));
  // The forum of 2022 was counted otherwise later: old, new and why.
  await expect(main.getByRole('listitem').filter({ hasText: '2022, Forum' })).toContainText(
    /≥1\s*→\s*(not reported|Not reported)/i,
  );
  await page.close();
  await reader.close();
});

test('the printed page of a year leads to all of its figures as they were', async ({
  browser,
  baseURL,
}) => {
  const page = await scanner(browser);
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${baseURL}/en/years/2022?release=2`);
  const rows = await page.getByRole('main').getByRole('row').allInnerTexts();
  const address = readSquare(await page.getByRole('main').screenshot());
  expect(address).toMatch(new RegExp(`^${baseURL}/v/[0-9A-Z]{24}$`));
  await page.emulateMedia({ media: 'screen' });
  await page.goto(address!);
  const main = page.getByRole('main');
  await expect(main).toContainText('in release 2 on 10 January 2023');
  await expect(main.getByRole('heading', { level: 1 })).toContainText('2022');
  expect(await main.getByRole('row').count()).toBe(rows.length);
  await expect(main.getByRole('listitem').filter({ hasText: '2022, Forum' })).toContainText('→');
  await page.close();
});

test('images in both themes and a printed dashboard are read too', async ({ browser, baseURL }) => {
  const page = await scanner(browser);
  for (const query of ['theme=light', 'theme=dark&width=400', 'width=240']) {
    await page.setContent(`<img src="${baseURL}/charts/agreements-signed.svg?${query}">`);
    const image = page.locator('img');
    await image.evaluate((one: HTMLImageElement) => one.decode());
    const address = readSquare(await image.screenshot());
    expect([query, address]).toEqual([query, expect.stringContaining('/v/')]);
  }
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${baseURL}/en`);
  // Fetched when the page is printed, and not before.
  const image = page.locator('#chart-people-trained img');
  await image.scrollIntoViewIfNeeded();
  await expect
    .poll(() => image.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth))
    .toBeGreaterThan(0);
  const address = readSquare(await page.locator('#chart-people-trained').screenshot());
  const told = await page.request.get(address!, { headers: { 'accept-language': 'en' } });
  expect(await told.text()).toContain('People trained');
  await page.close();
});

test('a forged or mistyped code gets a plain warning and a field to try again', async ({
  page,
  request,
}) => {
  const chart = await request.get('/charts/agreements-signed.json?release=4');
  const { verification } = (await chart.json()) as { verification: { code: string } };
  const { code } = verification;
  const forged = code.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  for (const language of ['zh', 'en'])
    expect((await request.get(`/${language}/v/${forged}`)).status()).toBe(404);

  await page.goto('/en');
  await page.getByRole('link', { name: 'Check a code' }).click();
  await page.getByLabel('Verification code').fill(forged);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This code was never issued');
  expect(await listViolations(page)).toEqual([]);
  await page.getByLabel('Verification code').fill(` ${code.toLowerCase().replaceAll('0', 'o')} `);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This chart was published');
  expect(await listViolations(page)).toEqual([]);
});

test('a frozen chart says that newer figures exist, and only where they do', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (one) => asked.push(one.url()));
  await page.goto('/en/metrics/agreements-signed', { waitUntil: 'networkidle' });
  expect(asked.filter((url) => /newer/.test(url))).toEqual([]);

  const words = page.locator('.frozen');
  await page.goto('/en/metrics/meetings-held?release=2');
  await expect(words).toContainText('Figures as published on 10 January 2023 in release 2.');
  await expect(words.getByText('Newer figures exist.')).toBeVisible();
  // The part of the page that takes the place of the first asks again.
  await page.getByRole('link', { name: 'Total', exact: true }).first().click();
  await expect(page).toHaveURL(/by=total/);
  await expect(words.getByText('Newer figures exist.')).toBeVisible();
  await words.getByRole('link').click();
  await expect(page).toHaveURL(/by=total#chart-meetings-held$/);
  await expect(words).toHaveCount(0);

  await page.goto('/en/metrics/meetings-held?release=5', { waitUntil: 'networkidle' });
  await expect(words.getByText('Newer figures exist.')).toBeHidden();
});
