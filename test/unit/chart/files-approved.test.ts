import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawProblem } from '../../../web/src/lib/chart/files/problem.ts';
import { findFaults } from '../../../web/src/lib/chart/files/request.ts';
import { writeSvg } from '../../../web/src/lib/chart/files/svg.ts';
import { approvedViews } from './files-views.ts';
import { style } from './files.ts';
import { assertWellFormed } from './svg-xml.ts';

const folder = join(import.meta.dirname, 'approved');
const fileName = (name: string) => `${name.replace(/[^a-z0-9]+/g, '-')}.svg`;

/** Elements on lines of their own, so that a difference can be read. */
const inLines = (svg: string) => `${svg.replaceAll('><', '>\n<')}\n`;

/** To renew the files after a wanted change: `npm run approve:charts`, then look at each that changed. */
describe('the images of charts', () => {
  const names = Object.keys(approvedViews);

  it.each(names)('are as approved: %s', async (name) => {
    const { file, style } = approvedViews[name]!;
    const svg = writeSvg(file, style);
    assertWellFormed(svg);
    await expect(inLines(svg)).toMatchFileSnapshot(join(folder, fileName(name)));
  });

  it.each(['zh', 'en'] as const)('that cannot be made say why, in %s', async (locale) => {
    const faults = findFaults(new URLSearchParams('theme=blue&width=wide&colour=red'));
    const svg = drawProblem({ faults }, { ...style, width: 560 }, locale);
    assertWellFormed(svg);
    await expect(inLines(svg)).toMatchFileSnapshot(join(folder, `faults-${locale}.svg`));
  });

  it('are compared in at least forty views, and no file is left over', () => {
    expect(names.length).toBeGreaterThanOrEqual(40);
    const files = [...names.map(fileName), 'faults-en.svg', 'faults-zh.svg'];
    expect(new Set(readdirSync(folder))).toEqual(new Set(files));
  });
});
