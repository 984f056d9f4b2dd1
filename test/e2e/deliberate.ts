import { expect, type Page } from '@playwright/test';
import { startsAs } from './pages.ts';

/** The line of a table whose head is this name. */
export const row = (page: Page, name: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: startsAs(name) }) });

/** Every page opens, none is wider than the screen, and nothing reads like a mistake. */
export async function looksDeliberate(page: Page, paths: string[], status = 200): Promise<void> {
  for (const path of paths) {
    const answer = await page.goto(path);
    expect(answer!.status(), path).toBe(status);
    const drawn = await page.locator('svg').evaluateAll((all) => all.map((svg) => svg.outerHTML));
    expect(drawn.join('')).not.toMatch(/NaN|Infinity|undefined/);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
      const text = await page.locator('body').innerText();
      expect(text).not.toMatch(/undefined|\bnull\b|NaN|Infinity|\[object|∞/);
    }
  }
}

/** Words of drawings that stick out of them. */
export const wordsOutside = (page: Page) =>
  page.locator('.plot > svg:visible').evaluateAll((all) =>
    all.flatMap((svg) => {
      const box = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')]
        .filter((text) => {
          const { left, right } = text.getBoundingClientRect();
          return left < box.left - 2 || right > box.right + 2;
        })
        .map((text) => text.textContent);
    }),
  );
