import { expect, test, type Locator, type Page } from '@playwright/test';

test.use({ javaScriptEnabled: false });

const row = (page: Page, name: RegExp) => page.getByRole('row', { name });

/** The line below a line: what it rests on. */
const next = (line: Locator) => line.locator('xpath=following-sibling::tr[1]');

test.describe('a page held at an older release', () => {
  test('shows the record as it was then, and says so', async ({ page }) => {
    await page.goto('/en/years/2022?release=2');
    await expect(page.getByRole('complementary')).toContainText('release 2 of 10 January 2023');
    await expect(row(page, /^Forum/)).toContainText('≥1');
    await expect(row(page, /^Cooperation meeting(?! participants)/)).toHaveCount(0);
    // Release 3 counts the forum of 2022 as the cooperation meeting of that year.
    await page.goto('/en/years/2022?release=3');
    await expect(row(page, /^Forum/)).toContainText('not reported');
    await expect(row(page, /^Cooperation meeting 1/)).toHaveCount(1);
  });

  test('a day reads as the release of that day', async ({ page }) => {
    const mains = [];
    for (const query of ['release=2', 'as_of=2024-08-11', 'as_of=2023-01-10']) {
      await page.goto(`/zh/years/2022?${query}`);
      mains.push((await page.getByRole('main').innerText()).trim());
    }
    expect(mains[1]).toBe(mains[0]);
    expect(mains[2]).toBe(mains[0]);
  });

  test('every link of the record carries the release', async ({ page }) => {
    for (const path of ['', '/metrics/meetings-held', '/years/2019', '/releases', '/data']) {
      await page.goto(`/en${path}?release=1`);
      // But for the one that leads from a frozen chart to what it is now.
      const links = page.locator(':is(main, header, footer) a[href]:not(.frozen a)');
      const addresses = await links.evaluateAll((all) =>
        all.map((link) => new URL(link.getAttribute('href')!, document.baseURI).href),
      );
      const own = addresses.filter((address) => address.startsWith(new URL(page.url()).origin));
      expect(own.length).toBeGreaterThan(8);
      // A feed follows the releases: it cannot be held at one.
      const pages = own.filter((one) => /^\/(en|zh)\b(?!.*\.atom$)/.test(new URL(one).pathname));
      for (const address of pages)
        if (!/\/releases/.test(path) || !/release=[2-9]/.test(address))
          expect(new URL(address).searchParams.get('release'), `${path}: ${address}`).toBe('1');
    }
  });

  test('leads to the newest', async ({ page }) => {
    await page.goto('/en?release=1');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2019');
    await page.getByRole('link', { name: 'Go to the newest release' }).click();
    await expect(page).toHaveURL(/\/en\??$/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2025');
    await expect(page.getByText(/held at release/)).toHaveCount(0);
  });
});

test('the releases stand newest first, each with its date, reason and note', async ({ page }) => {
  await page.goto('/en/releases');
  const items = page.getByRole('main').getByRole('listitem');
  await expect(items.getByRole('heading')).toHaveText([
    /Release 5/,
    /Release 4/,
    /Release 3/,
    /Release 2/,
    /Release 1/,
  ]);
  await expect(items.nth(2)).toContainText('12 August 2024');
  await expect(items.nth(2)).toContainText('first publication');
  await expect(items.nth(2)).toContainText('After the seventh cooperation meeting');
});

test('a release shows old and new side by side, with the source and why', async ({ page }) => {
  await page.goto('/en/releases/3');
  const forum = row(page, /^2022 Forum/);
  const [, before, after] = await forum.locator('td').all();
  await expect(before!).toHaveText('≥1');
  await expect(after!).toHaveText(/not reported|withdrawn/i);
  const basis = next(forum);
  await expect(basis).toContainText('no longer as a forum');
  const source = (await basis.getByRole('link').getAttribute('href'))!;
  await expect(page.locator(`${source} a`)).toHaveAttribute('href', /kczg\.org\.cn/);
  const meeting = row(page, /^2024 Cooperation meeting/);
  await expect(meeting.locator('td').nth(1)).toHaveText(/not reported/i);
  await expect(meeting.locator('td').nth(2)).toHaveText('1');
  await page.getByRole('link', { name: /Release 2/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Release 2');
});

test('a metric tells the history of a figure', async ({ page }) => {
  await page.goto('/en/metrics/meetings-held?history=2019&member=cooperation-meeting');
  const versions = page
    .locator('#history tbody tr')
    .filter({ has: page.getByRole('rowheader', { name: /^Release/ }) });
  await expect(versions).toHaveCount(2);
  const [first, later] = await versions.all();
  await expect(first!).toContainText('Release 1');
  await expect(first!).toContainText('≥1');
  await expect(next(first!)).toContainText('Xinhua');
  await expect(later!).toContainText('Release 3');
  await expect(later!).toContainText('estimated');
  await expect(later!).toContainText('late data');
  await expect(next(later!)).toContainText('Inferred');
  // Held at release 1, the page must not know what came later.
  await page.goto('/en/metrics/meetings-held?history=2019&member=cooperation-meeting&release=1');
  await expect(versions).toHaveCount(1);
});
