import makeBidi from 'bidi-js';
import type { Font, PathCommand } from 'fontkit';
import type { Faces, Lettering } from './faces.ts';

/** Signs that are never seen by themselves: joiners, directions, variation selectors, controls. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Surrogate}]/gu;
/** Spaces of other widths than a word's, which the fonts have not, in em. */
const spaces = new Map([
  ['\u2009', 0.2],
  ['\u202f', 0.2],
  ['\u200a', 0.1],
]);
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

let bidi: ReturnType<typeof makeBidi> | undefined;

/** The signs from left to right. None of the fonts has letters that join, so that they may be turned before. */
function inVisualOrder(text: string): string {
  if (!rightToLeft.test(text)) return text;
  bidi ??= makeBidi();
  return bidi.getReorderedString(text, bidi.getEmbeddingLevels(text, 'ltr'));
}

/** Neighbouring signs of one font; a space that it has not is its width alone, in em. */
type Run = { font: Font; text: string } | { space: number };

function runsOf({ text, weight }: Lettering, faces: Faces): Run[] {
  const runs: Run[] = [];
  for (const sign of inVisualOrder(text).replace(unseen, '')) {
    const space = spaces.get(sign);
    const last = runs.at(-1);
    const font = faces(weight, sign);
    if (space !== undefined) runs.push({ space });
    else if (last && 'font' in last && last.font === font) last.text += sign;
    else runs.push({ font, text: sign });
  }
  return runs;
}

/**
 * Chinese fonts give quotes, ellipsis and middle dot the width of a hanzi. Beside Latin letters that is a gap: the
 * fonts have narrow quotes, and of the dot, which stands in the middle of its em, so much is left.
 */
const latin = { features: ['pwid'], language: undefined, dot: 0.3 };
/** Signs as Simplified Chinese has them, by the tag of OpenType. */
const chinese = { features: [], language: 'ZHS ', dot: 1 };

const letters: Record<PathCommand['command'], string> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'z',
};

/** What stands for a sign that the fonts have not: a frame in its em of 1000 units. */
const box: PathCommand[] = [
  [100, 0, 100, 760, 900, 760, 900, 0],
  [160, 60, 840, 60, 840, 700, 160, 700],
].flatMap((corners): PathCommand[] => [
  { command: 'moveTo', args: corners.slice(0, 2) },
  ...[2, 4, 6].map((at) => ({ command: 'lineTo' as const, args: corners.slice(at, at + 2) })),
  { command: 'closePath', args: [] },
]);

/** Enough for an image of three times the size. */
const round = (value: number) => Math.round(value * 100) / 100;

/** A piece of an outline, in units of its font, and what brings it to px around the start of the text. */
interface Piece {
  commands: PathCommand[];
  scale: number;
  x: number;
  y: number;
}

/** A text set in its fonts, in px: how wide it is, and the path of its outlines from a point on the baseline. */
export function shapeText(
  words: Lettering & { chinese: boolean },
  size: number,
  faces: Faces,
): { width: number; pathAt: (x: number, y: number) => string } {
  const pieces: Piece[] = [];
  let pen = 0;
  for (const run of runsOf(words, faces)) {
    if ('space' in run) {
      pen += run.space * size;
      continue;
    }
    const scale = size / run.font.unitsPerEm;
    const { features, language, dot } = words.chinese ? chinese : latin;
    const { glyphs, positions } = run.font.layout(run.text, features, undefined, language, 'ltr');
    glyphs.forEach(({ id, path, codePoints }, i) => {
      const { xAdvance, xOffset, yOffset } = positions[i]!;
      const cut = codePoints[0] === 0xb7 ? xAdvance * (1 - dot) : 0;
      const x = pen + (xOffset - cut / 2) * scale;
      const commands = id === 0 ? box : path.commands;
      if (commands.length) pieces.push({ commands, scale, x, y: yOffset * scale });
      pen += (xAdvance - cut) * scale;
    });
  }
  return { width: pen, pathAt: (x, y) => pieces.map((piece) => drawPiece(piece, x, y)).join('') };
}

function drawPiece({ commands, scale, x, y }: Piece, left: number, baseline: number): string {
  const [dx, dy] = [left + x, baseline - y];
  let drawn = '';
  for (const { command, args } of commands) {
    drawn += letters[command];
    for (let i = 0; i < args.length; i += 2)
      drawn += `${i ? ' ' : ''}${round(dx + args[i]! * scale)} ${round(dy - args[i + 1]! * scale)}`;
  }
  return drawn;
}
