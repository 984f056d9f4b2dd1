import { escapeXml } from '$lib/chart/escape.ts';
import type { Verification } from '$lib/chart/files/chart-file.ts';
import { wrapLines } from '$lib/chart/files/wrap.ts';
import * as m from '$lib/paraglide/messages.js';
import { intlTag, type Locale } from '$lib/words/locale.ts';
import { codeLines, typedAddress } from './code-lines.ts';
import { qrOutline, QUIET } from './qr.ts';

/** px of the drawing: a module, the room for words, their size, and from one line of them to the next. */
const MODULE = 2;
const ROOM = 144;
const SIZE = 12;
const LINE = 16;

/**
 * The code of a printed page: the square, and beside it (`upright`: below it) what to type. Black on white, as an SVG
 * of its own.
 */
export function drawStamp(verification: Verification, locale: Locale, upright = false): string {
  const { path, size } = qrOutline(verification.url);
  const side = (size + 2 * QUIET) * MODULE;
  const words = [
    m.verify_print({}, { locale }),
    ...codeLines(verification),
    ...wrapLines(typedAddress(verification), SIZE, ROOM, 2),
  ];
  const tall = words.length * LINE;
  const [width, height] = upright ? [ROOM, side + tall] : [side + ROOM + 4, Math.max(side, tall)];
  const x = upright ? QUIET * MODULE : side + 4;
  const first = (upright ? side : (height - tall) / 2) + SIZE;
  const lines = words.map(
    (line, i) => `<text x="${x}" y="${first + i * LINE}">${escapeXml(line)}</text>`,
  );
  const title = m.verify_square({ url: verification.url }, { locale });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="stamp" lang="${intlTag(locale)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="${SIZE}" role="img"><title>${escapeXml(title)}</title>`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>`,
    `<path transform="translate(${QUIET * MODULE} ${QUIET * MODULE}) scale(${MODULE})" shape-rendering="crispEdges" d="${path}"/>`,
    `${lines.join('')}</svg>`,
  ].join('');
}
