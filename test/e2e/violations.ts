import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Nothing has to be fetched again, as no rule in use looks into style sheets. */
const quick: RunOptions = { resultTypes: ['violations'], preload: false };

const run = (page: Page, runOnly: RunOptions['runOnly']): Promise<AxeResults> =>
  page.evaluate(
    (options) => (window as unknown as { axe: typeof axe }).axe.run(document, options),
    { ...quick, runOnly } as RunOptions,
  );

/**
 * What axe finds in a page as it stands, as short lines: everything in the light theme, and what a theme can change in
 * the dark one. The page is loaded once, and so is axe.
 */
export async function listViolations(page: Page): Promise<string[]> {
  await page.evaluate(source);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await run(page, { type: 'tag', values: rules });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await run(page, { type: 'rule', values: ['color-contrast'] });
  // An empty page has nothing to find.
  expect(light.passes.length).toBeGreaterThan(10);
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}
