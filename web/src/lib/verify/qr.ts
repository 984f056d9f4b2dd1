import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** Modules of the quiet zone that a QR code needs around it (ISO/IEC 18004). */
export const QUIET = 4;

/** A text as a QR code that is still read where some of it is stained. */
export const qrCode = (text: string) => generate(text, { minCorrectionLevel: correction.M });

/** A text as a QR code: the outline of its dark modules, 1 unit each, and how many it is wide. */
export function qrOutline(text: string): { path: string; size: number } {
  const code = qrCode(text);
  return { path: toSvgPath(code), size: code.size };
}
