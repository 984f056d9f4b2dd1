import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import type { Role } from '../../schema/staff/roles.ts';
import { figure, recordOf } from './other-record.ts';
import { signIn } from './staff.ts';

const parts = { 'technology-transfer': 5, biomedicine: 8, 'intellectual-property': 4, other: 2 };

/** Every second year is public, so that there are returns with and without figures of their own; 2019 has a sample. */
export const everySecondYear = recordOf([
  figure({ year: 2019, metric: 'projects-signed', value: 26, sample: true }),
  ...[2018, 2020, 2022, 2024].flatMap((year) => [
    ...Object.entries(parts).map(([member, value]) => figure({ year, member, value })),
    figure({ year, metric: 'meeting-participants', value: 95 }),
  ]),
]);

/** Signs in, starts the return of a year and opens it. */
export async function openReturn(page: Page, year: number, role: Role = 'editor'): Promise<void> {
  await signIn(page, role);
  await start(page.context(), year);
  await visitReturn(page, year);
}

/** Opens a return and waits until the page takes keys. */
export async function visitReturn(page: Page, year: number): Promise<void> {
  await page.goto(`/staff/returns/${year}`);
  await expect(page.locator('[inert]')).toHaveCount(0);
}

async function start(context: BrowserContext, year: number): Promise<void> {
  const found = await context.request.get('/favicon.svg');
  const { origin } = new URL(found.url());
  const headers = { origin };
  const answer = await context.request.post('/api/v1/staff/returns', { headers, data: { year } });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const names: Record<string, string> = {
  'technology-transfer': 'Technology transfer',
  biomedicine: 'Biomedicine',
  'intellectual-property': 'Intellectual property',
  other: 'Other',
  '': 'Total',
};

/** The row of an agreement's domain, and what is said below it. */
export const row = (page: Page, member: string): Locator =>
  page.locator(`tr[data-cell="agreements-signed~${member}"]`);
export const under = (page: Page, member: string): Locator =>
  page.locator(`[id="under-agreements-signed~${member}"]`);

/** The field of its value, found as a screen reader finds it. */
export const value = (page: Page, member: string, year: number): Locator =>
  page.getByRole('textbox', {
    name: `Agreements signed, ${names[member]}, ${year}`,
    exact: true,
  });

/** What is said of its being saved. */
export const saved = (page: Page, member: string): Locator =>
  page.locator(`[id="state-agreements-signed~${member}"]`);

/** Puts a text on the clipboard and pastes it into the field that has the focus. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((all) => navigator.clipboard.writeText(all), text);
  await page.keyboard.press('Control+V');
}
