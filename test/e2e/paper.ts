import { expect, type Page } from '@playwright/test';

/** Width and height of the text of an A4 page with the margins of the style sheet (16, 14 and 18 mm), in CSS px. */
export const paper = {
  width: Math.round(((210 - 2 * 14) / 25.4) * 96),
  height: Math.round(((297 - 16 - 18) / 25.4) * 96),
};

/** Opens a page as it is set for paper. */
export async function openOnPaper(page: Page, address: string): Promise<void> {
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  await page.goto(address);
}

/** How many A4 pages a PDF has: its page objects are plain text in what Chromium writes. */
export function countPages(pdf: Buffer): number {
  const text = pdf.toString('latin1');
  expect(text.slice(0, 5)).toBe('%PDF-');
  expect(text).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?\s*\]/);
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}
