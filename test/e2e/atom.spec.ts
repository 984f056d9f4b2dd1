import { expect, test } from '@playwright/test';

test('the releases can be followed with a feed reader', async ({ page, request }) => {
  await page.goto('/en/releases?release=2');
  const link = page.getByRole('link', { name: 'Follow new releases' });
  const address = (await link.getAttribute('href'))!;
  const told = page.locator('link[rel=alternate][type="application/atom+xml"]');
  expect(new URL((await told.getAttribute('href'))!).pathname).toBe(address);

  const answer = await request.get(address);
  expect(answer.headers()['content-type']).toBe('application/atom+xml; charset=utf-8');
  const read = await page.evaluate(
    (xml) => {
      const feed = new DOMParser().parseFromString(xml, 'application/xml');
      const texts = (name: string) =>
        [...feed.querySelectorAll(name)].map((found) => found.textContent);
      return {
        broken: feed.querySelector('parsererror') !== null,
        ids: texts('entry > id'),
        titles: texts('entry > title'),
        summaries: texts('entry > summary'),
      };
    },
    await answer.text(),
  );
  const { origin } = new URL(page.url());
  expect(read.broken).toBe(false);
  expect(read.ids).toEqual([5, 4, 3, 2, 1].map((n) => `${origin}/en/releases/${n}`));
  expect(read.titles[2]).toBe('Release 3 · 12 August 2024');
  expect(read.summaries[2]).toMatch(/^first publication · \d+ figures? added/);
  expect(read.summaries[2]).toContain('After the seventh cooperation meeting');
});

test('the feed is kept like any public answer, and follows new releases', async ({ request }) => {
  const answer = await request.get('/zh/releases.atom?release=1');
  const { etag, 'cache-control': control } = answer.headers();
  expect(control).toBe('public, no-cache');
  expect(await answer.text()).toContain('第5次发布');
  const again = await request.get('/zh/releases.atom?release=1', {
    headers: { 'if-none-match': etag! },
  });
  expect(again.status()).toBe(304);
});
