import { expect, test } from '@playwright/test';
import { addresses } from './pages.ts';

for (const address of addresses)
  test(`${address} is asked for again, and is not sent twice`, async ({ request }) => {
    const answer = await request.get(address);
    const { etag } = answer.headers();
    expect(etag).toMatch(/^"5-/);
    expect(answer.headers()['cache-control']).toBe('public, no-cache');
    const again = await request.get(address, { headers: { 'if-none-match': etag! } });
    expect(again.status()).toBe(304);
    expect(await again.body()).toHaveLength(0);
    expect(again.headers()['etag']).toBe(etag);
    const other = await request.get(address, { headers: { 'if-none-match': '"4-other"' } });
    expect(other.status()).toBe(200);
  });

test('a page that names its release never changes', async ({ request }) => {
  for (const address of [
    '/zh?release=3',
    '/en/years/2024?release=4',
    '/en/metrics/projects-signed?release=4',
  ]) {
    const answer = await request.get(address);
    expect(answer.headers()['cache-control']).toMatch(/max-age=31536000, immutable/);
    expect(answer.headers()['etag']).toMatch(/^"[34]-/);
  }
});

test('what grows with later releases is asked for again, whatever its address names', async ({
  request,
}) => {
  for (const address of [
    '/en/releases?release=3',
    '/en/releases/5?release=5',
    '/en/about?release=x',
  ]) {
    const answer = await request.get(address);
    expect(answer.headers()['cache-control'], address).not.toContain('immutable');
  }
});

test('a failure is not kept: what is not there today may come tomorrow', async ({ request }) => {
  for (const address of ['/en/nowhere', '/en?release=99', '/en/metrics/none?release=3']) {
    const answer = await request.get(address);
    expect(answer.status()).toBe(404);
    expect(answer.headers()['cache-control'] ?? 'nothing said').toMatch(/no-store|no-cache/);
  }
});

test('asking for the head alone leaves nothing empty behind', async ({ request }) => {
  // Addresses that nothing else asks for, so that the first answer is that to HEAD.
  for (const address of [
    '/en/years/2020?release=4',
    '/api/v1/metrics/people-trained?release=4',
    '/api/v1/metrics/people-trained/figures.csv?from=2019&to=2021',
  ]) {
    const head = await request.head(address);
    expect(head.status()).toBe(200);
    expect((await (await request.get(address)).body()).length, address).toBeGreaterThan(100);
  }
});

test('what a page loads may be kept for ever', async ({ page, request }) => {
  await page.goto('/en');
  const script = await page.locator('script[src]').getAttribute('src');
  const answer = await request.get(script!);
  expect(answer.headers()['cache-control']).toMatch(/immutable/);
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
});
