import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { figure, recordOf, useRecord } from './other-record.ts';
import { signIn } from './staff.ts';

const parts = { 'technology-transfer': 5, biomedicine: 8, 'intellectual-property': 4 };
const figures = Object.entries(parts).map(([member, value]) =>
  figure({ year: 2023, member, value }),
);
const record = recordOf([...figures, figure({ metric: 'people-trained', year: 2022, value: 30 })]);
const { metric, member } = record;
useRecord(
  {
    ...record,
    metric: metric.map((row) => (row.id === 'people-trained' ? { ...row, lastYear: 2022 } : row)),
    member: member.map((row) => (row.id === 'forum' ? { ...row, lastYear: 2020 } : row)),
  },
  [],
  { staff: true },
);

// A trace would take a picture of the page at every step, and axe's steps are many.
test.use({ trace: 'off' });

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Opens a page and waits until its script has taken over. */
const open = (page: Page, path: string) =>
  page.goto(`/staff/catalogue${path}`, { waitUntil: 'networkidle' });

const type = async (where: Page | Locator, texts: Record<string, string>) => {
  for (const [label, text] of Object.entries(texts))
    await where.getByLabel(label, { exact: true }).fill(text);
};
const names = (zh: string, en: string) => ({ 'Name (Chinese)': zh, 'Name (English)': en });
const save = (where: Page | Locator) =>
  where.getByRole('button', { name: 'Save', exact: true }).click();
const status = (page: Page, text: string) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

/** The part of a page that opens under a summary. */
const part = (page: Page, summary: string): Locator =>
  page.locator('details').filter({ has: page.locator('summary', { hasText: summary }) });

async function openPart(page: Page, summary: string): Promise<Locator> {
  const found = part(page, summary);
  if (!(await found.evaluate((one) => (one as HTMLDetailsElement).open)))
    await found.locator('summary').click();
  return found;
}

/** Saves a row in the name of whoever the page is signed in as. */
async function put(page: Page, path: string, version: number, content: object): Promise<void> {
  const { origin } = new URL(page.url());
  const data = { version, content };
  const answer = await page.request.put(`/api/v1/staff/catalogue/${path}`, {
    data,
    headers: { origin },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

test.beforeEach(async ({ page }) => {
  await signIn(page, 'admin');
});

test('makes a breakdown with three members, a metric and its target', async ({ page }) => {
  await open(page, '');
  await page.getByRole('link', { name: 'New breakdown' }).click();
  await type(page, names('机构类型', 'Type of organisation'));
  await expect(page.getByLabel('Id')).toHaveValue('type-of-organisation');
  await save(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('New, not public yet');

  const another = await openPart(page, 'Add a member');
  for (const [zh, en] of [
    ['中小企业', 'SMEs'],
    ['其他企业', 'Other companies'],
    ['非商业机构', 'Non-commercial'],
  ] as const) {
    await type(another, names(zh, en));
    await save(another);
    await expect(part(page, en)).toBeVisible();
  }
  await expect(another.getByRole('radio', { name: 'Ochre' })).toBeChecked();
  await expect(another.locator('summary')).toBeFocused();

  // With the keyboard alone: up, and the focus stays on the button.
  const up = page.getByRole('button', { name: 'Move up: Non-commercial' });
  await up.focus();
  await up.press('Enter');
  await expect(page.locator('ol summary')).toHaveText([
    /SMEs/,
    /Non-commercial/,
    /Other companies/,
  ]);
  await expect(up).toBeFocused();

  await open(page, '/new-metric?group=projects');
  await type(page, {
    ...names('许可', 'Licences granted'),
    'Definition (Chinese)': '当年授出的许可。',
    'Definition (English)': 'Licences granted in the year.',
    'Unit (Chinese)': '件',
    'Unit (English), as in 1': 'licence',
    'Unit (English), as in 0, 2, 3': 'licences',
  });
  await page.getByLabel('Breakdown').selectOption('Type of organisation');
  await save(page);
  await expect(page).toHaveURL(/\/metrics\/licences-granted$/);

  const target = await openPart(page, 'Add a target');
  await type(target, { Year: '2027', Target: '1,200' });
  await target.getByLabel('Source').selectOption('Annual report');
  await save(target);
  await expect(part(page, '2027 · 1,200')).toContainText('Annual report');

  await open(page, '');
  const table = page.getByRole('table', { name: 'Projects' });
  await expect(table.getByRole('row', { name: /Licences granted/ })).toContainText('licences');
  await expect(page.getByRole('heading', { name: /wait for the next release/ })).toHaveText(
    '6 changes wait for the next release',
  );
  const publicly = await page.request.get('/api/v1/metrics/licences-granted');
  expect(publicly.status()).toBe(404);
});

test('retires a member, and marks a break where a definition changes', async ({ page }) => {
  await open(page, '/breakdowns/domain');
  const other = await openPart(page, 'Other');
  await other.getByLabel('Retired after').selectOption('Until 2022');
  await save(other);
  await expect(other.locator('summary')).toContainText('Until 2022');
  const patent = await openPart(page, 'Intellectual property');
  await patent.getByLabel('Retired after').selectOption('Until 2022');
  await save(patent);
  await expect(patent.getByRole('alert')).toContainText('There are figures of 2023');

  await open(page, '/metrics/agreements-signed');
  await type(page, { 'Definition (English)': 'Counted another way.' });
  await save(page);
  await expect(page.getByRole('row', { name: /Definition \(English\)/ })).toContainText(
    'Counted another way.',
  );
  await page.getByRole('link', { name: 'Mark a series break' }).click();
  const marked = part(page, 'Mark a series break');
  await type(marked, {
    Year: '2024',
    'Reason (Chinese)': '口径调整',
    'Reason (English)': 'Recount',
  });
  await save(marked);
  await expect(part(page, '2024 · Recount')).toContainText('New, not public yet');

  page.once('dialog', (dialog) => dialog.accept());
  await page
    .getByRole('button', { name: 'Discard this change: Agreements signed', exact: true })
    .click();
  await expect(page.getByLabel('Definition (English)')).not.toHaveValue('Counted another way.');
});

test('shows both where someone else was first', async ({ page }) => {
  await open(page, '/groups/talent');
  await type(page, names('人才培养', 'Mine'));
  await put(page, 'group/talent', 0, { position: 9, names: { zh: '人才', en: 'Theirs' } });
  await save(page);
  const conflict = page.getByRole('region', { name: 'Someone else changed this' });
  await expect(conflict.getByRole('heading')).toBeFocused();
  await expect(conflict).toContainText('Demo admin saved a change');
  await expect(conflict.getByRole('row', { name: /Name \(English\)/ })).toContainText(
    /Theirs.*Mine/,
  );
  await conflict.getByRole('button', { name: 'Save mine' }).click();
  await status(page, 'Saved.');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Mine');

  // Only moved meanwhile: that is nobody's words lost.
  await put(page, 'group/talent', 2, { position: 1, names: { zh: '人才培养', en: 'Mine' } });
  await type(page, names('人才培养', 'Mine again'));
  await save(page);
  await status(page, 'Saved.');
  await expect(conflict).toHaveCount(0);
});

test('says what to put right, and keeps what was typed', async ({ page }) => {
  await open(page, '/new-group');
  await type(page, { 'Name (English)': 'Talent!' });
  await page.keyboard.press('Enter');
  const summary = page.getByRole('alert');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('listitem')).toHaveText([
    /^Id: This id is taken/,
    /^Name \(Chinese\): Enter a text in this language/,
  ]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Id')).toBeFocused();
  await expect(page.getByLabel('Id')).toHaveAccessibleDescription(/This id is taken/);

  page.once('dialog', (dialog) => dialog.dismiss());
  await page.getByRole('link', { name: 'Audit trail' }).click();
  await expect(page).toHaveURL(/new-group$/);
  await expect(page.getByLabel('Name (English)')).toHaveValue('Talent!');
});

test('an id can be changed until it is public, and what is new discarded', async ({ page }) => {
  await open(page, '/new-group');
  await type(page, names('新组', 'New set'));
  await save(page);
  await expect(page).toHaveURL(/groups\/new-set$/);
  await page.getByLabel('Id').fill('another-set');
  await save(page);
  await expect(page).toHaveURL(/groups\/another-set$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('New set');

  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Discard this change: New set' }).click();
  await expect(page).toHaveURL(/staff\/catalogue$/);
  await expect(page.getByRole('heading', { name: 'Agreements', exact: true })).toBeVisible();
  await expect(page.getByText('New set')).toHaveCount(0);
});

test('those who are not administrators read it', async ({ page }) => {
  await page.context().clearCookies();
  await signIn(page, 'editor');
  await open(page, '/metrics/agreements-signed');
  await expect(page.getByText('Administrators change the catalogue')).toBeVisible();
  await expect(page.getByLabel('Name (English)')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
});

test('the public pages say until when something was counted', async ({ page }) => {
  for (const [lang, metric, member] of [
    ['en', 'Counted until 2022.', 'Forum (until 2020)'],
    ['zh', '本指标统计至2022年。', '论坛（统计至2020年）'],
  ] as const) {
    await page.goto(`/${lang}/metrics/people-trained`);
    await expect(page.getByRole('main')).toContainText(metric);
    await expect(page.getByRole('table').first()).not.toContainText('2023');
    await page.goto(`/${lang}/metrics/meetings-held`);
    await expect(page.getByRole('main')).toContainText(member);
    await page.goto(`/${lang}`);
    await expect(page.locator('a[href$="/metrics/people-trained"]')).toHaveCount(0);
  }
});

test.describe('axe finds nothing', () => {
  for (const path of ['', '/metrics/agreements-signed', '/breakdowns/domain', '/sources'])
    test(`at /staff/catalogue${path}`, async ({ page }) => {
      await open(page, path);
      for (const summary of await page.locator('main details > summary').all())
        await summary.click();
      const found = [await new AxeBuilder({ page }).withTags(rules).analyze()];
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(await new AxeBuilder({ page }).withRules(['color-contrast']).analyze());
      const violations = found.flatMap((one) => one.violations);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(found[0]!.passes.length).toBeGreaterThan(10);
    });
});
