import type { Locale } from '$lib/words/locale.ts';
import { escapeXml } from '../../escape.ts';
import { wrapLines } from '../wrap.ts';
import { languagesOf } from './language.ts';
import { fillWith, ink, muted } from './paint.ts';

export interface TextStyle {
  /** pt. */
  size: number;
  bold?: true;
  quiet?: true;
  raised?: true;
  /** A face of the theme: `mj` for headings. */
  face?: 'mj' | 'mn';
  /** Relation of the page that it leads to. */
  link?: string;
}

/** A line of a box: its runs. */
export type Line = [text: string, style: TextStyle][];

/** pt from one line to the next, in times the size. */
export const LEADING = 1.3;

const languages = (locale: Locale) => {
  const { letters, hanzi, isEastAsian } = languagesOf(locale);
  return isEastAsian
    ? `lang="${hanzi}" altLang="${letters}"`
    : `lang="${letters}" altLang="${hanzi}"`;
};

function writeRun(text: string, style: TextStyle, locale: Locale): string {
  const { size, bold, quiet, raised, face = 'mn', link } = style;
  const properties = `<a:rPr ${languages(locale)} sz="${Math.round(size * 100)}"${bold ? ' b="1"' : ''}${raised ? ' baseline="30000"' : ''} dirty="0">${fillWith(quiet ? muted : ink)}<a:latin typeface="+${face}-lt"/><a:ea typeface="+${face}-ea"/>${link ? `<a:hlinkClick r:id="${link}"/>` : ''}</a:rPr>`;
  return `<a:r>${properties}<a:t>${escapeXml(text)}</a:t></a:r>`;
}

/** Lines as paragraphs of a shape or a cell. */
export const writeLines = (lines: Line[], locale: Locale, align: 'l' | 'r' = 'l'): string =>
  lines
    .map(
      (runs) =>
        `<a:p><a:pPr algn="${align}"/>${runs.map(([text, style]) => writeRun(text, style, locale)).join('')}</a:p>`,
    )
    .join('') || '<a:p/>';

/** pt: the height that texts take in a width, by estimate. */
export const heightOf = (texts: string[], size: number, width: number): number =>
  texts.reduce((all, text) => all + wrapLines(text, size, width).length, 0) * size * LEADING;

/** The largest of some sizes at which texts fit; the smallest where none does. */
export const fitSize = (
  texts: string[],
  room: { width: number; height: number },
  sizes: number[],
): number =>
  sizes.find((size) => heightOf(texts, size, room.width) <= room.height) ?? sizes.at(-1)!;
