import { expect, test, type Page } from '@playwright/test';
import { addresses, charted } from './pages.ts';

const everywhere = [...addresses, '/zh/nowhere', '/nowhere', '/en?release=99', '/api'];

for (const address of everywhere)
  test(`${address} lets nothing in and gives nothing away`, async ({ request }) => {
    const answer = await request.get(address);
    const headers = answer.headers();
    const policy = Object.fromEntries(
      headers['content-security-policy']!.split(';').map((directive) => {
        const [name, ...values] = directive.trim().split(/\s+/);
        return [name!, values];
      }),
    );
    expect(policy['default-src']).toEqual(["'none'"]);
    expect(policy['frame-ancestors']).toEqual(["'none'"]);
    expect(policy['base-uri']).toEqual(["'none'"]);
    expect(policy['form-action']).toBeDefined();
    for (const value of Object.values(policy).flat())
      expect(value).toMatch(/^'none'$|^'self'$|^data:$|^'sha256-[\w+/=]+'$/);
    expect(policy['script-src'] ?? []).not.toContain('data:');

    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toMatch(/^(strict-origin|no-referrer|same-origin)/);
    expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\)/);
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['content-type']).toMatch(/^text\/html/);
  });

/** What the browser refused, complained of, or asked of others. */
function watch(page: Page, origin: string): string[] {
  const seen: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.push(message.text());
  });
  page.on('pageerror', (error) => seen.push(String(error)));
  page.on('requestfailed', (request) => {
    // Going on to the next page ends what this one still loads.
    const why = request.failure()!.errorText;
    if (why !== 'net::ERR_ABORTED') seen.push(`${why}: ${request.url()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) seen.push(`foreign: ${request.url()}`);
  });
  return seen;
}

test('no page breaks its own policy, complains, or asks anything of another origin', async ({
  page,
  baseURL,
}) => {
  const seen = watch(page, baseURL!);
  for (const address of [...addresses, '/api']) await page.goto(address, { waitUntil: 'load' });
  expect(seen).toEqual([]);
});

test('nor does it when charts are taken over and views change', async ({
  page,
  baseURL,
  context,
}) => {
  const seen = watch(page, baseURL!);
  await page.goto('/zh');
  for (const id of charted) {
    const plot = page.locator(`#chart-${id} .plot`);
    await plot.hover();
    await expect(plot.locator('canvas')).toBeVisible();
  }
  const figure = page.locator('#chart-agreements-signed');
  await figure.getByRole('link', { name: '累计', exact: true }).click();
  await expect(page).toHaveURL(/show=cumulative/);
  await figure.locator('.plot').hover();
  await expect(figure.locator('canvas')).toBeVisible();
  await page.mouse.move(0, 0);
  await figure.locator('.plot').hover();
  await expect(figure.locator('.tip')).toBeVisible();
  expect(seen).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('a hashed policy refuses a script that was put into the page', async ({ page }) => {
  await page.route('/en/about', async (route) => {
    const answer = await route.fetch();
    const body = await answer.text();
    await route.fulfill({
      response: answer,
      body: body.replace('</body>', '<script>document.title = "in"</script></body>'),
    });
  });
  await page.goto('/en/about');
  await expect(page).toHaveTitle(/About/);
});
