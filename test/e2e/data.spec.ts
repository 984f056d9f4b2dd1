import { expect, test } from '@playwright/test';

/** Media types by the ending of an address. */
const types: Record<string, string> = {
  csv: 'text/csv',
  json: 'application/json',
  jsonstat: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

test('every download on the page of data answers with what its ending says, at the release of the page', async ({
  page,
  request,
}) => {
  await page.goto('/en/data?release=4&sample=exclude');
  const addresses = await page
    .locator('main table a[href^="/api/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  // The whole record in six forms, the register in four, and eight metrics in four.
  expect(addresses).toHaveLength(6 + 4 + 8 * 4);
  for (const address of addresses) {
    expect(address).toContain('release=4');
    expect(address).toContain('sample=exclude');
    const answer = await request.get(address);
    expect([address, answer.status()]).toEqual([address, 200]);
    const ending = /\.(\w+)\?/.exec(address)![1]!;
    expect(answer.headers()['content-type']).toContain(types[ending]!);
  }
  await expect(page.locator('.citation')).toContainText('/en/data?release=4&sample=exclude');
});
