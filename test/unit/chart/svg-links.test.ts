import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../../web/src/lib/chart/layout.ts';
import { drawLinks } from '../../../web/src/lib/chart/svg-links.ts';
import { formatTick } from '../../../web/src/lib/words/numbers.ts';
import { samples } from './layout-samples.ts';

const linksOf = (name: string, leads: (id: string, year: number) => boolean) => {
  const model = samples[name]!;
  const layout = layoutChart(model, 'wide', (value) => formatTick(value, 'en'));
  const markup = drawLinks(model, layout, (id, year) =>
    leads(id, year) ? `/there?a=1&at=${id}-${year}` : null,
  );
  return { model, layout, markup };
};

describe('drawLinks', () => {
  it('lays a link over each value, and one over the words above a stack for the whole', () => {
    for (const name of Object.keys(samples)) {
      const { model, layout, markup } = linksOf(name, () => true);
      const wholes = model.kind === 'stacked' && model.total ? model.years.length : 0;
      const drawn = layout.bars.length + layout.points.length + wholes;
      expect(markup.match(/<a /g) ?? [], name).toHaveLength(drawn);
      expect(markup, name).not.toMatch(/NaN|undefined/);
    }
  });

  it('writes nothing where nothing leads anywhere, and escapes what does', () => {
    const name = Object.keys(samples).find((one) => samples[one]!.kind === 'stacked')!;
    expect(linksOf(name, () => false).markup).toBe('');
    expect(linksOf(name, () => true).markup).toContain('?a=1&amp;at=');
  });
});
