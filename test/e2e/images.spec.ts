import { expect, test, type Page } from '@playwright/test';
import { differingPixels } from './takeover-pixels.ts';

/** Both languages and themes; bars, stacks and lines; sample, estimated and lower-bound figures, targets and gaps. */
const views = [
  'agreements-signed?lang=zh&theme=light',
  'agreements-signed?lang=en&theme=dark&width=400',
  'agreements-signed?lang=zh&theme=dark&show=share&verify=hide',
  'agreements-signed?lang=en&show=change&by=total&sample=exclude',
  'meetings-held?lang=en&theme=light&sample=exclude',
  'meeting-participants?lang=zh&theme=dark&type=line&height=700',
  'projects-landed?lang=en&theme=light&type=line',
  'people-trained?lang=en&theme=dark&size=preview',
];

/**
 * The share of pixels that may differ. Measured: 0.09 % to 0.2 %, the edges of letters, whose baselines the browser
 * rounds to whole pixels; of the preview, which is enlarged, 0.5 %.
 */
const MOST = 0.007;

const addressOf = (view: string, form: string) => `/charts/${view.replace('?', `.${form}?`)}`;

/** A picture of an SVG in the browser, with the letters that the PNG has: those of a reader's system are others. */
async function shoot(page: Page, view: string): Promise<Buffer> {
  const svg = await (await page.request.get(addressOf(view, 'svg'))).text();
  const face = (name: string, weight: string) =>
    `@font-face { font-family: Letters; font-weight: ${weight}; src: url(/fonts/${name}.ttf) }`;
  const style = `${face('regular', '400')} ${face('semibold', '600')}
    body { margin: 0 } svg { display: block }
    svg, svg * { font-family: Letters; text-rendering: geometricPrecision } :lang(en) { font-feature-settings: 'pwid' }`;
  await page.route('**/picture', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><style>${style}</style>${svg}`,
    }),
  );
  await page.goto('/picture');
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.locator('svg').screenshot();
  await page.unroute('**/picture');
  return picture;
}

const draw = async (page: Page, view: string): Promise<Buffer> =>
  (await page.request.get(addressOf(view, 'png'))).body();

test('the PNG of a chart looks as its SVG does in a browser', async ({ page }) => {
  test.setTimeout(60_000);
  for (const view of views) {
    const differing = await differingPixels(page, await shoot(page, view), await draw(page, view));
    expect(differing, view).not.toBeNull();
    expect(differing, view).toBeLessThan(MOST);
  }
  const [one, other] = [await shoot(page, views[0]!), await draw(page, `${views[0]!}&from=2019`)];
  expect((await differingPixels(page, one, other)) ?? 1, 'another view').toBeGreaterThan(MOST);
});
