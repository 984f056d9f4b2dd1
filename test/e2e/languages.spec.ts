import { expect, test } from '@playwright/test';

const wanted = [
  ['zh-CN,zh;q=0.9,en;q=0.8', '/zh'],
  ['en-GB,en;q=0.9', '/en'],
  ['zh;q=0.3, en;q=0.7', '/en'],
  ['fr-FR, en;q=0.2', '/en'],
  ['en;q=0, zh', '/zh'],
  ['de', '/zh'],
  ['', '/zh'],
  [';;q=x,,', '/zh'],
] as const;

for (const [header, path] of wanted)
  test(`the bare address leads a reader of "${header}" to ${path}`, async ({ request }) => {
    const headers = { 'accept-language': header };
    const answer = await request.get('/?release=3', { headers, maxRedirects: 0 });
    expect(answer.status()).toBe(302);
    expect(answer.headers()['location']).toBe(`${path}?release=3`);
    expect(answer.headers()['vary']).toContain('Accept-Language');
    expect(answer.headers()['set-cookie']).toBeUndefined();
  });
