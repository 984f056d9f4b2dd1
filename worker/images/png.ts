import { crc32 } from 'node:zlib';
import type { Indexed } from './palette.ts';

/** A chunk of PNG: length, name, content, check sum (PNG 3rd edition, 5.3). */
function chunk(name: string, content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(content.length + 12);
  const view = new DataView(whole.buffer);
  view.setUint32(0, content.length);
  whole.set(new TextEncoder().encode(name), 4);
  whole.set(content, 8);
  view.setUint32(content.length + 8, crc32(whole.subarray(4, content.length + 8)));
  return whole;
}

const numbers = (...values: number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, i) => view.setUint32(i * 4, value));
  return new Uint8Array(view.buffer);
};

/** The rows as they stand, without a filter: flat colours deflate best so. */
function rowsOf({ width, height, indexes }: Indexed): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return rows;
}

const deflate = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** A CSS px is the 96th of an inch, of 25.4 mm. */
const PX_PER_METRE = 96 / 0.0254;

/**
 * Writes an image as PNG. `scale`: its pixels for one CSS px, from which programs that print tell how large it is
 * meant to be: at twice the scale it is twice as sharp, and as large as before.
 */
export async function writePng(image: Indexed, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const density = Math.round(PX_PER_METRE * scale);
  const parts = [
    new Uint8Array(SIGNATURE),
    // Eight bits, a palette, the usual compression and filters, not interlaced.
    chunk('IHDR', new Uint8Array([...numbers(image.width, image.height), 8, 3, 0, 0, 0])),
    chunk('sRGB', new Uint8Array([0])),
    chunk('pHYs', new Uint8Array([...numbers(density, density), 1])),
    chunk('PLTE', image.colours),
    chunk('IDAT', await deflate(rowsOf(image))),
    chunk('IEND', new Uint8Array()),
  ];
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
