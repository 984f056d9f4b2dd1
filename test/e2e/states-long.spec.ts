import { expect, test } from '@playwright/test';
import { looksDeliberate, wordsOutside } from './deliberate.ts';
import { figure, recordOf, useRecord } from './other-record.ts';
import { languages } from './pages.ts';

test.describe('long names', () => {
  const zh =
    '金砖国家科技成果转移转化与国际产学研协同创新合作项目签约及其后续落地实施情况年度统计数'.repeat(
      2,
    );
  const en =
    'Signings of cooperation agreements between universities, research institutes and enterprises of the BRICS countries and their partners, including Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung';
  const names = { zh, en };
  const long = recordOf(
    [2023, 2024].flatMap((year) =>
      ['technology-transfer', 'biomedicine', 'intellectual-property', 'other'].map((member) =>
        figure({ year, member, value: 3, note: names }),
      ),
    ),
  );
  useRecord({
    ...long,
    metric: long.metric.map((one) => ({ ...one, names, definitions: names })),
    member: long.member.map((one) => ({ ...one, names })),
    metricGroup: long.metricGroup.map((one) => ({ ...one, names })),
    source: long.source.map((one) => ({ ...one, titles: names, publisher: names })),
    centre: long.centre.map((one) => ({ ...one, names })),
  });

  test('stay inside their drawing', async ({ page }) => {
    for (const language of languages) {
      await page.goto(`/${language}`);
      expect(await wordsOutside(page)).toEqual([]);
    }
  });

  test('wrap, and push nothing off the page', async ({ page }) => {
    await looksDeliberate(page, [
      ...['/zh', '/en', '/en?agreements-signed.view=table'],
      ...['/zh/metrics/agreements-signed', '/en/metrics/agreements-signed'],
      ...['/zh/years/2024', '/en/years/2024', '/en/releases/1', '/zh/data'],
      ...['/embed/agreements-signed?lang=zh', '/embed/agreements-signed?lang=en'],
    ]);
    // A frame may be as narrow as a side column.
    await page.setViewportSize({ width: 240, height: 990 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(240);
    expect(await wordsOutside(page)).toEqual([]);
    await page.goto('/zh/years/2024');
    await expect(page.getByRole('main')).toContainText(zh);
    // On paper too: a table or a title that does not fit is cut off there.
    await page.setViewportSize({ width: 688, height: 990 });
    await page.emulateMedia({ media: 'print' });
    await page.goto('/en/years/2024');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(688);
  });
});
