import { outlineTexts } from './outline.ts';
import { reduceColours } from './palette.ts';
import { writePng } from './png.ts';
import { rasterise } from './raster.ts';

/**
 * Draws an image of the site as PNG, `scale` pixels for each of its own where it is not too large for that. In it
 * the letters are those of Noto Sans SC; a sign that it does not have is a box.
 */
export async function drawPng(
  svg: string,
  scale: number,
  assets: Fetcher,
): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await rasterise(await outlineTexts(svg, assets), scale);
  return writePng(reduceColours(drawn), drawn.scale);
}
