import { expect, test } from '@playwright/test';
import { row } from './deliberate.ts';
import { languages, notReported } from './pages.ts';

test.use({ javaScriptEnabled: false });

const report = 'http://www.ksrykj.com/news/c/2024-08-06/13862576.shtml';
const copy =
  'https://1-maui.com/index.php/2024/11/06/sharescientificandtechnologicalachievementsandstrengthenmutuallearning';

/** What the sources say of 2024, as the lines of the yearbook page. */
const known = [
  [{ zh: '协作会议', en: 'Cooperation meeting' }, '1', report],
  [{ zh: '协作会议参会人数', en: 'Cooperation meeting participants' }, '95', report],
  [{ zh: '签约数', en: 'Agreements signed' }, '≥17', report],
  [{ zh: '科技成果转移转化', en: 'Technology transfer' }, '≥5', report],
  [{ zh: '生物医药', en: 'Biomedicine' }, '≥8', report],
  [{ zh: '知识产权', en: 'Intellectual property' }, '≥4', report],
  [{ zh: '路演展示技术', en: 'Technologies showcased' }, '15', copy],
] as const;

const unknown = [
  { zh: '签约项目', en: 'Projects signed' },
  { zh: '落地项目', en: 'Projects landed' },
  { zh: '人才项目', en: 'Talent programmes' },
  { zh: '培训人数', en: 'People trained' },
] as const;

for (const language of languages)
  test.describe(`2024 in ${language}, without sample figures`, () => {
    test.beforeEach(({ page }) => page.goto(`/${language}/years/2024?sample=exclude`));

    test('says what the sources say', async ({ page }) => {
      for (const [name, value] of known) {
        await expect(row(page, name[language])).toHaveCount(1);
        await expect(row(page, name[language]).locator('td').first()).toHaveText(
          new RegExp(`^${value}(?!\\d{2})`),
        );
      }
      // The seventh meeting counts once; of other meetings nothing is known.
      await expect(row(page, { zh: '举办会议', en: 'Meetings held' }[language])).toContainText(
        '≥1',
      );
      await expect(row(page, { zh: '论坛', en: 'Forum' }[language])).toHaveCount(0);
      // Once of the figure, once of the entry behind it.
      await expect(
        page.getByText({ zh: /第七届[。”]/, en: /the seventh\b/ }[language]),
      ).toHaveCount(2);
    });

    test('leads from each figure to the source it rests on', async ({ page }) => {
      await expect(page.locator(`.sources a[href="${report}"]`)).toBeVisible();
      await expect(page.locator(`.sources a[href="${copy}"]`)).toBeVisible();
      for (const [name, , url] of known) {
        const leads = await row(page, name[language])
          .locator('td a')
          .evaluateAll((links) =>
            links.map((link) => {
              const { hash, href } = link as HTMLAnchorElement;
              const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
              return target ? [...target.querySelectorAll('a')].map((one) => one.href) : [href];
            }),
          );
        expect(leads.flat(), name.en).toContain(url);
      }
    });

    test('says of the rest that it is not reported, never 0', async ({ page }) => {
      for (const name of unknown)
        await expect(row(page, name[language]).locator('td').first()).toHaveText(
          notReported[language],
        );
      const cells = await page.locator('td').allTextContents();
      expect(cells.filter((text) => /^\s*(?:0|–|—|-)(?!\d)/.test(text))).toEqual([]);
    });

    test('shows nothing of the sample', async ({ page }) => {
      const words = { zh: /示例/, en: /sample (?:data|figure)/i }[language];
      await expect(page.getByRole('main')).not.toContainText(words);
      await expect(page.getByRole('complementary')).toContainText(words);
    });
  });

test('gaps of charts are said, not drawn as 0', async ({ page }) => {
  await page.goto('/en?year=2024&sample=exclude');
  const drawing = page.locator('#chart-agreements-signed .plot > svg:visible');
  await expect(drawing.locator('text').filter({ hasText: 'not reported' }).first()).toBeVisible();
  await page.goto('/en?year=2024&sample=exclude&agreements-signed.view=table');
  const cells = page.locator('#chart-agreements-signed tr.total td');
  await expect(cells).toHaveText([...Array(6).fill('not reported'), /^≥17/]);
});
