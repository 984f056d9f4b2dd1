import { expect, test } from '@playwright/test';
import { readOverview, written } from './overview.ts';
import { charted, languages, type Language } from './pages.ts';

test.use({ javaScriptEnabled: false });

const changed = (value: number, language: Language) =>
  ({
    zh: value > 0 ? `增加${value}` : `减少${-value}`,
    en: value > 0 ? `+${value}` : `−${-value}`,
  })[language];

for (const language of languages)
  test.describe(`the dashboard in ${language}, without scripts`, () => {
    test('says every headline figure and what became of it', async ({ page, request }) => {
      const { metrics } = await readOverview(request);
      expect(metrics).toHaveLength(8);
      await page.goto(`/${language}`);
      for (const { headline, figures } of metrics) {
        const { id, names } = figures.metric;
        const link = page.locator(`a[href="/${language}/metrics/${id}"]`);
        const tile = page.getByRole('listitem').filter({ has: link });
        await expect(tile.getByRole('heading')).toHaveText(names[language]!);
        await expect(tile.locator('.num')).toHaveText(
          new RegExp(`^${written(headline.point, language)} `),
        );
        const { value, mixed } = headline.point.change;
        const change = tile.locator('.change');
        await expect(change).toHaveText(/\S/);
        if (value && mixed) await expect(change).not.toContainText(changed(value, language));
        else if (value) await expect(change).toContainText(changed(value, language));
        if (headline.target) await expect(tile).toContainText(String(headline.target.value));
        if (headline.point.sample) await expect(tile).toContainText(/sample|示例/);
      }
    });

    test('says in a sentence what changed', async ({ page, request }) => {
      const { metrics, year } = await readOverview(request);
      await page.goto(`/${language}`);
      const lead = page.getByRole('main').locator('p').first();
      await expect(lead).toContainText(String(year));
      const compared = metrics.find(
        ({ headline: { point } }) => point.change.value !== null && !point.change.mixed,
      )!;
      await expect(lead).toContainText(compared.figures.metric.names[language]!);
      await expect(lead).toContainText(String(compared.headline.point.value));
    });

    test('draws six charts and has the table of each in the page', async ({ page, request }) => {
      const { metrics } = await readOverview(request);
      await page.goto(`/${language}`);
      await expect(page.getByRole('figure')).toHaveCount(charted.length);
      for (const id of charted) {
        const { figures } = metrics.find((entry) => entry.figures.metric.id === id)!;
        const figure = page.locator(`#chart-${id}`);
        const drawing = figure.locator('.plot > svg:visible');
        await expect(drawing).toHaveCount(1);
        await expect(drawing).toHaveAccessibleName(/\S/);
        await expect(drawing.locator('desc')).toContainText(figures.metric.names[language]!);
        const words = await drawing.locator('text:visible').allTextContents();
        expect(words).toEqual(
          expect.arrayContaining(figures.series[0]!.points.map(({ year }) => String(year))),
        );

        const rows = figure.locator('tbody tr');
        const [total, ...members] = figures.series;
        const inOrder = members.length ? [...members, total!] : [total!];
        await expect(rows).toHaveCount(inOrder.length);
        const lines = await rows.evaluateAll((all) =>
          all.map((line) => [...line.querySelectorAll('td')].map((cell) => cell.textContent)),
        );
        for (const [index, { points }] of inOrder.entries()) {
          const cells = lines[index]!;
          expect(cells).toHaveLength(points.length);
          for (const [at, point] of points.entries())
            expect(cells[at], `${id} ${point.year}`).toContain(written(point, language));
        }
      }
    });
  });
