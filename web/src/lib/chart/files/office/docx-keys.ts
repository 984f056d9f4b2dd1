import { palette } from '../../palette.ts';
import type { ChartModel, Mark } from '../../types.ts';
import { markKeys } from '../image-keys.ts';
import type { WordText } from './docx-text.ts';

const inked = palette.light.series[0]!.slice(1).toUpperCase();

/** Edge and shading of a swatch: what Word can do to a few spaces. */
const paints: Partial<Record<Mark, string>> = {
  P: `<w:bdr w:val="single" w:sz="8" w:space="0" w:color="${inked}"/><w:shd w:val="diagStripe" w:color="${inked}" w:fill="FFFFFF"/>`,
  E: `<w:bdr w:val="single" w:sz="8" w:space="0" w:color="${inked}"/>`,
  sample: `<w:bdr w:val="dotted" w:sz="8" w:space="0" w:color="${inked}"/><w:shd w:val="clear" w:color="auto" w:fill="CCD5DD"/>`,
  year_to_date: '<w:shd w:val="clear" w:color="auto" w:fill="8097AB"/>',
};

/** The marks that the chart shows, each with its look; null where none is in use. */
export function wordKeys(model: ChartModel, { run, paragraph }: WordText): string | null {
  const keys = markKeys(model);
  if (!keys.length) return null;
  const runs = keys.map(({ swatch, label }, i) => {
    const paint = 'mark' in swatch ? paints[swatch.mark] : undefined;
    const box = paint
      ? `<w:r><w:rPr>${paint}</w:rPr><w:t xml:space="preserve">\u00a0\u00a0\u00a0\u00a0</w:t></w:r>${run(' ')}`
      : '';
    return `${i ? run('\u2003') : ''}${box}${run(label)}`;
  });
  return paragraph('ChartNote', runs.join(''), '<w:keepNext/><w:jc w:val="center"/>');
}
