import { escapeXml } from '$lib/chart/escape.ts';
import type { Verification } from '$lib/chart/files/chart-file.ts';
import * as m from '$lib/paraglide/messages.js';
import { intlTag, type Locale } from '$lib/words/locale.ts';
import { codeLines, typedAddress } from './code-lines.ts';
import { qrOutline, QUIET } from './qr.ts';

/** Units of the drawing: a module, the width in all, and from one line of text to the next. */
const MODULE = 2;
const WIDTH = 330;
const LINE = 17;

/** The code of a printed page: the square, and beside it what to type. Black on white, as an SVG of its own. */
export function drawStamp(verification: Verification, locale: Locale): string {
  const { path, size } = qrOutline(verification.url);
  const side = (size + 2 * QUIET) * MODULE;
  const words = [
    m.verify_print({}, { locale }),
    ...codeLines(verification),
    typedAddress(verification),
  ];
  const first = side / 2 - ((words.length - 1) * LINE) / 2 + 4;
  const lines = words.map(
    (line, i) => `<text x="${side + 4}" y="${first + i * LINE}">${escapeXml(line)}</text>`,
  );
  const title = m.verify_square({ url: verification.url }, { locale });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="stamp" lang="${intlTag(locale)}" viewBox="0 0 ${WIDTH} ${side}" width="${WIDTH}" height="${side}" font-family="sans-serif" font-size="12" role="img"><title>${escapeXml(title)}</title>`,
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/>`,
    `<path transform="translate(${QUIET * MODULE} ${QUIET * MODULE}) scale(${MODULE})" shape-rendering="crispEdges" d="${path}"/>`,
    `${lines.join('')}</svg>`,
  ].join('');
}
