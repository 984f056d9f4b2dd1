import { clip, emWidth } from '../text-width.ts';

/**
 * What stays together: a word with the space before it, a number with the 年, 月 or 日 behind it, or one hanzi; each
 * with the opening marks before it and the closing ones behind it.
 */
const pieces =
  /\s*[（《“‘「【]*(?:[\u2e80-\u9fff\uf900-\ufaff]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“‘]+[年月日]?)[，。；：、！？）》”’」】％…]*|\s*\S/gu;

/**
 * A text on as many lines as it needs, each at most `room` wide. No line starts with a closing mark of Chinese
 * punctuation or ends with an opening one. What does not fit into `most` lines ends in "…". Where not even one sign
 * fits, each stands on a line of its own.
 */
export function wrapLines(text: string, fontSize: number, room: number, most = 99): string[] {
  const fits = (line: string) => emWidth(line) * fontSize <= room;
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(pieces) ?? []) {
    if (fits(line + piece)) {
      line += piece;
      continue;
    }
    if (line.trim()) lines.push(line.trim());
    line = piece.trim();
    // A word longer than a line: an address, say.
    while (line && !fits(line)) {
      let head = '';
      for (const character of line) {
        if (head && !fits(head + character)) break;
        head += character;
      }
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line.trim()) lines.push(line.trim());
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), clip(`${lines[most - 1]}…`, fontSize, room)];
}
