import { palette, type Theme } from '../../palette.ts';
import { emWidth } from '../../text-width.ts';
import type { ChartModel, Mark } from '../../types.ts';
import { markKeys } from '../image-keys.ts';
import { barPaint } from './paint.ts';
import { box, textBox, type Place } from './pptx-shapes.ts';

/** pt. */
const SIZE = 11;
const ROW = 18;

function paintOf(mark: Mark, colour: string): string | null {
  switch (mark) {
    case 'P':
      return barPaint(colour, 'provisional', false);
    case 'E':
      return barPaint(colour, 'estimated', false);
    case 'sample':
      return barPaint(colour, 'sample', false);
    case 'year_to_date':
      return barPaint(colour, 'plain', true);
    default:
      return null;
  }
}

/** The marks that the chart shows, each with its look, in rows from the place down; and the height they take. */
export function slideKeys(
  model: ChartModel,
  { x, y, width }: Place,
  { theme, id }: { theme: Theme; id: number },
): { xml: string; height: number } {
  const keys = markKeys(model);
  if (!keys.length) return { xml: '', height: 0 };
  const colour = palette[theme].series[0]!;
  let left = x;
  let row = 0;
  const shapes = keys.map(({ swatch, label }, i) => {
    const paint = 'mark' in swatch ? paintOf(swatch.mark, colour) : null;
    const indent = paint ? 26 : 0;
    // A little more than the words need: a box that is too narrow breaks them.
    const room = emWidth(label) * SIZE * 1.08 + 8;
    if (left > x && left + indent + room > x + width) {
      left = x;
      row++;
    }
    const top = y + row * ROW;
    const at = left;
    left += indent + room + 14;
    const words = { x: at + indent, y: top, width: room, height: 16 };
    return [
      paint ? box(id + 2 * i, { x: at, y: top + 2.5, width: 20, height: 11 }, paint, '') : '',
      textBox(id + 2 * i + 1, words, [[[label, { size: SIZE, quiet: true }]]], model.locale, 'ctr'),
    ].join('');
  });
  return { xml: shapes.join(''), height: (row + 1) * ROW };
}
