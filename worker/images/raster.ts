import { initWasm, Resvg } from '@resvg/resvg-wasm';
import compiled from '@resvg/resvg-wasm/index_bg.wasm';
import { possibleScale } from '../../schema/files/image-size.ts';

export interface Pixels {
  width: number;
  height: number;
  /** Four bytes each: red, green, blue, and an alpha that is always 255. */
  rgba: Uint8Array;
}

let ready: Promise<void> | undefined;

/** The size an image has by its own word, px. */
function sizeOf(svg: string): { width: number; height: number } {
  const root = /^<svg[^>]*>/.exec(svg)?.[0] ?? '';
  const read = (name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(root)?.[1]);
  const [width, height] = [read('width'), read('height')];
  if (!(width > 0 && height > 0)) throw new Error(`An image without a size: ${root}`);
  return { width, height };
}

/** Draws an image without texts, `scale` pixels for each of its own, and less where it would be too large. */
export async function rasterise(svg: string, asked: number): Promise<Pixels & { scale: number }> {
  await (ready ??= initWasm(compiled));
  const scale = possibleScale(sizeOf(svg), asked);
  // Behind the edge pixels that the paper of the image covers by a part only.
  const paper = /<path fill="(#[\da-f]{6})" d="M0 0h/.exec(svg)?.[1] ?? '#ffffff';
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: scale }, background: paper });
  try {
    const image = drawing.render();
    try {
      return { width: image.width, height: image.height, rgba: image.pixels, scale };
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
