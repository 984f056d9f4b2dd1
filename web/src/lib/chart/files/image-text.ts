import { escapeXml } from '../escape.ts';
import type { Part, Place } from './column.ts';
import { wrapLines } from './wrap.ts';

/** px. `line`: from one baseline to the next. Of more than `most` lines the rest is left out. */
export interface TextStyle {
  size: number;
  line: number;
  fill: string;
  most: number;
  heading?: true;
}

const SERIF =
  'Source Han Serif SC, Noto Serif CJK SC, Noto Serif SC, Songti SC, SimSun, Georgia, serif';

/** A text set in lines, and the height it takes. */
export function setText(
  text: string,
  { x, y, room }: Place,
  { size, line, fill, most, heading }: TextStyle,
): Part {
  // Bold faces with serifs are a little wider than the estimate is made for.
  const lines = wrapLines(text, heading ? size * 1.04 : size, room, most);
  if (!lines.length) return { svg: '', height: 0 };
  const rows = lines.map((words, row) => {
    const base = Math.round((y + size + row * line) * 2) / 2;
    return `<text x="${x}" y="${base}">${escapeXml(words)}</text>`;
  });
  const face = heading ? ` font-family="${SERIF}" font-weight="600"` : '';
  return {
    svg: `<g fill="${fill}" font-size="${size}"${face}>${rows.join('')}</g>`,
    height: lines.length * line - (line - size) / 2,
  };
}
