import type { ChartFile, ImageStyle } from './chart-file.ts';
import { preview } from './preview-size.ts';
import { writeSvg } from './svg.ts';

/**
 * px: widths that a preview is drawn in before it is enlarged. It is shown the size of a hand, so the narrowest in
 * which the words leave room for the chart is read best.
 */
const widths = [600, 680, 800, 960, 1200];

const heightOf = (svg: string) => Number(/^<svg[^>]* height="(\d+)"/.exec(svg)![1]);

/** The chart as an image for link previews, always of the same size. */
function writePreview(file: ChartFile, style: ImageStyle): string {
  let drawn = '';
  for (const width of widths) {
    const height = (width * preview.height) / preview.width;
    drawn = writeSvg(file, { ...style, width, height });
    if (heightOf(drawn) <= height) break;
  }
  // The view box stays: where even the widest is too high, it is scaled down to stand in the middle.
  const { width, height } = preview;
  return drawn.replace(/ width="\d+" height="\d+"/, ` width="${width}" height="${height}"`);
}

/** The chart as an image: as large as it is asked to be, or for a link preview. */
export const writeImage = (file: ChartFile, style: ImageStyle): string =>
  style.preview ? writePreview(file, style) : writeSvg(file, style);
