import { zlibSync } from 'fflate';
import { qrCode, QUIET } from '$lib/verify/qr.ts';

/** px of a module. */
const MODULE = 8;

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

/** The checksum that ends a chunk of a PNG. */
const crc = (bytes: Uint8Array) =>
  ~bytes.reduce((c, byte) => table[(c ^ byte) & 255]! ^ (c >>> 8), ~0) >>> 0;

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = name.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** A text as a QR code: a PNG of black and white, one bit a pixel. */
export function qrImage(text: string): Uint8Array {
  const code = qrCode(text);
  const side = (code.size + 2 * QUIET) * MODULE;
  const row = Math.ceil(side / 8);
  const pixels = new Uint8Array(side * (row + 1));
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const dark = code.get(Math.floor(x / MODULE) - QUIET, Math.floor(y / MODULE) - QUIET);
      if (!dark) pixels[y * (row + 1) + 1 + (x >> 3)]! |= 128 >> (x & 7);
    }
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  head[8] = 1;
  const parts = [
    Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ];
  const bytes = new Uint8Array(parts.reduce((all, part) => all + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
