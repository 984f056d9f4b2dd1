import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { MetricFigures } from '../../schema/answers.ts';
import type { Role } from '../../schema/staff/roles.ts';
import { recordOf, useRecord } from './other-record.ts';
import { signIn } from './staff.ts';

/** Real figures through the whole product: five universities, ten academic years, totals mixed with parts. */
const path = join(import.meta.dirname, '../data/he-bci-4b-licences.csv');

const members = {
  SMEs: 'smes',
  'Other (non-SME) commercial businesses': 'other-companies',
  'Non-commercial organisations': 'non-commercial',
  'Total number': '',
};
type Text = keyof typeof members;

interface Row {
  'Academic Year': string;
  'Type of organisation': string;
  Value: string;
}
const rows = Papa.parse<Row>(readFileSync(path, 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;

/** What the file says of all universities and kinds of licence together, in the year in which it begins. */
const sumOf = (text: Text, year: number): number =>
  rows
    .filter((row) => row['Type of organisation'] === text)
    .filter((row) => row['Academic Year'].startsWith(`${year}/`))
    .reduce((sum, row) => sum + Number(row.Value), 0);

const years = [...new Set(rows.map((row) => Number(row['Academic Year'].slice(0, 4))))].toSorted();
const last = years.at(-1)!;

useRecord(
  recordOf([], {
    metricGroup: [],
    breakdown: [],
    member: [],
    metric: [],
    closedYear: [],
    centre: [
      {
        id: 'north-east',
        names: { zh: '东北英格兰高校', en: 'Universities of the North East' },
        foundedYear: 2010,
        timeZone: 'Europe/London',
      },
    ],
  }),
  [],
  { staff: true },
);

const open = (page: Page, at: string) => page.goto(`/staff${at}`, { waitUntil: 'networkidle' });
const type = async (where: Page | Locator, texts: Record<string, string>) => {
  for (const [label, text] of Object.entries(texts))
    await where.getByLabel(label, { exact: true }).fill(text);
};
const names = (zh: string, en: string) => ({ 'Name (Chinese)': zh, 'Name (English)': en });
const save = (where: Page | Locator) =>
  where.getByRole('button', { name: 'Save', exact: true }).click();

async function pageOf(browser: Browser, base: string, role: Role): Promise<Page> {
  const context = await browser.newContext({ baseURL: base, locale: 'en-GB' });
  await signIn(context, role, base);
  return context.newPage();
}

async function post(page: Page, at: string, data: object): Promise<void> {
  const { origin } = new URL(page.url());
  const answer = await page.request.post(`/api/v1/staff${at}`, { data, headers: { origin } });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** The catalogue that the file needs, made through its pages. */
async function makeCatalogue(page: Page): Promise<void> {
  await open(page, '/catalogue/new-group');
  await type(page, names('成果转化', 'Commercialisation'));
  await save(page);
  await expect(page).toHaveURL(/\/groups\/commercialisation$/);

  await open(page, '/catalogue/new-breakdown');
  await type(page, names('机构类型', 'Type of organisation'));
  await save(page);
  await expect(page).toHaveURL(/\/breakdowns\/type-of-organisation$/);
  await page.getByText('Add a member').click();
  const another = page.locator('details').filter({ hasText: 'Add a member' });
  for (const [zh, en] of [
    ['中小企业', 'SMEs'],
    ['其他企业', 'Other companies'],
    ['非商业机构', 'Non-commercial'],
  ] as const) {
    await type(another, names(zh, en));
    await save(another);
    await expect(page.locator('summary', { hasText: en })).toBeVisible();
  }

  await open(page, '/catalogue/new-metric');
  await type(page, {
    ...names('授出许可', 'Licences granted'),
    'Definition (Chinese)': '当学年授出的许可数，包括软件许可。',
    'Definition (English)': 'Licences granted in the academic year, software included.',
    'Unit (Chinese)': '件',
    'Unit (English), as in 1': 'licence',
    'Unit (English), as in 0, 2, 3': 'licences',
  });
  await page.getByLabel('Breakdown').selectOption('Type of organisation');
  await save(page);
  await expect(page).toHaveURL(/\/metrics\/licences-granted$/);
}

/** The file as it is, its columns explained on the page. */
async function importFile(page: Page): Promise<void> {
  await open(page, '/import');
  await page.getByRole('button', { name: 'Choose a file' }).setInputFiles(path);
  await page
    .getByRole('combobox', { name: 'Metric', exact: true })
    .selectOption('Licences granted');
  await page
    .getByRole('combobox', { name: 'Member', exact: true })
    .selectOption('Type of organisation');
  const texts = new Set(rows.map((row) => row['Type of organisation']));
  for (const text of texts) {
    const name = { '': 'Total', smes: 'SMEs', 'other-companies': 'Other companies' };
    const id = members[text as Text];
    await page
      .getByRole('combobox', { name: text, exact: true })
      .selectOption(
        id === undefined ? 'Leave out' : (name[id as keyof typeof name] ?? 'Non-commercial'),
      );
  }
  await page
    .getByRole('combobox', { name: 'Year', exact: true })
    .last()
    .selectOption('Academic Year');
  await page.getByRole('radio', { name: /it begins: 2014\/15 is 2014/ }).check();
  await page.getByRole('combobox', { name: 'Value', exact: true }).selectOption('Value');
  await page.getByRole('radio', { name: 'They are added up' }).check();
  await page.getByRole('button', { name: 'Show the preview' }).click();

  const count = years.length * Object.keys(members).length;
  await page.getByRole('button', { name: `Import ${count} figures` }).click();
  await expect(page.getByText(`${count} figures are in the drafts.`)).toBeVisible();
}

test('real figures: catalogue, import, review, release, dashboard', async ({
  browser,
  baseURL,
  page,
}) => {
  test.slow();
  await makeCatalogue(await pageOf(browser, baseURL!, 'admin'));
  const editor = await pageOf(browser, baseURL!, 'editor');
  await importFile(editor);
  for (const year of years) await post(editor, `/returns/${year}/submit`, {});

  const reviewer = await pageOf(browser, baseURL!, 'reviewer');
  await open(reviewer, '/review');
  await expect(reviewer.getByRole('main')).toContainText('Licences granted');
  await post(reviewer, '/releases', {
    years: years.map((year) => ({ year, complete: true })),
    reason: 'first_publication',
    notes: { zh: '首次公布许可数据', en: 'Licences for the first time' },
    publishAt: null,
  });

  await page.goto('/en');
  const dashboard = page.getByRole('main');
  await expect(dashboard).toContainText('Licences granted');
  await expect(dashboard).toContainText(sumOf('Total number', last).toLocaleString('en'));

  await page.goto('/en/metrics/licences-granted');
  for (const [text, row] of [
    ['SMEs', 'SMEs'],
    ['Other (non-SME) commercial businesses', 'Other companies'],
    ['Non-commercial organisations', 'Non-commercial'],
    ['Total number', 'Total'],
  ] as const) {
    const cells = page.getByRole('row', { name: new RegExp(`^${row}\\b`) }).getByRole('cell');
    const shown = (await cells.allInnerTexts()).slice(-years.length);
    expect(shown).toEqual(years.map((year) => sumOf(text, year).toLocaleString('en')));
  }

  const answer = await page.request.get('/api/v1/metrics/licences-granted/figures?from=2014');
  const { figures } = (await answer.json()) as { figures: MetricFigures };
  for (const [text, id] of Object.entries(members)) {
    const points = figures.series.find(({ member }) => (member ?? '') === id)!.points;
    expect(points.map(({ year, value }) => [year, value])).toEqual(
      years.map((year) => [year, sumOf(text as Text, year)]),
    );
  }
});
