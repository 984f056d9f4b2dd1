import * as m from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/words/locale.ts';
import { codeLines, typedAddress } from '$lib/verify/code-lines.ts';
import { qrOutline, QUIET } from '$lib/verify/qr.ts';
import { escapeXml } from '../escape.ts';
import { palette } from '../palette.ts';
import type { ImageStyle, Verification } from './chart-file.ts';
import type { Part, Place } from './column.ts';
import { setText, type TextStyle } from './image-text.ts';

type Size = Pick<ImageStyle, 'width' | 'height'>;

/** px: a module at 1×. An image that is large is made smaller where it is printed: its modules are larger. */
function moduleOf({ width, height }: Size): number {
  const span = Math.min(width, 2 * (height ?? width));
  return span <= 960 ? 2 : span <= 1600 ? 3 : 4;
}

/** px: the side of the square, its quiet zone included. */
export const squareSide = (url: string, size: Size): number =>
  (qrOutline(url).size + 2 * QUIET) * moduleOf(size);

/** The square that a phone reads: dark on paper also where all around it is dark. */
export function drawSquare(
  url: string,
  { x, y }: Pick<Place, 'x' | 'y'>,
  { id, size: image, locale }: { id: string; size: Size; locale: Locale },
): string {
  const { paper, ink } = palette.light;
  const { path, size } = qrOutline(url);
  const side = size + 2 * QUIET;
  const title = m.verify_square({ url }, { locale });
  return [
    `<g transform="translate(${x} ${y}) scale(${moduleOf(image)})" shape-rendering="crispEdges"><title id="${escapeXml(id)}-v">${escapeXml(title)}</title>`,
    `<path fill="${paper}" d="M0 0h${side}v${side}H0z"/>`,
    `<path fill="${ink}" transform="translate(${QUIET} ${QUIET})" d="${path}"/></g>`,
  ].join('');
}

/** The code as text, and where to type it. */
export const verifyLine = (verification: Verification, locale: Locale): string =>
  m.verify_line({ code: verification.code, address: typedAddress(verification) }, { locale });

/** Where there is no room beside the foot: the square with the code and the address next to it. */
export function setBelow(
  verification: Verification,
  { x, y, room }: Place,
  { style, ...of }: { id: string; size: Size; locale: Locale; style: TextStyle },
): Part {
  const side = squareSide(verification.url, of.size);
  const beside = { x: x + side + 12, room: room - side - 12 };
  const words = [m.verify_code({}, of), ...codeLines(verification), typedAddress(verification)];
  let top = y + 4;
  const lines = words.map((line, i) => {
    const breaks = i === 3 ? { ...style, most: 2 } : style;
    const part = setText(line, { ...beside, y: top }, breaks);
    top += part.height;
    return part.svg;
  });
  const square = drawSquare(verification.url, { x, y }, of);
  return { svg: square + lines.join(''), height: Math.max(side, top - y) };
}
