/**
 * Pixels of a PNG at most. Four bytes for each, in the rasteriser and out of it, have to fit beside the fonts into
 * the 128 MB that an isolate has; 880 px wide charts at three times their size are four million.
 */
export const MOST_PIXELS = 7_000_000;

/** The scale nearest to the one asked for at which an image of this size, px, has not too many pixels. */
export const possibleScale = (
  { width, height }: { width: number; height: number },
  asked: number,
): number => Math.min(asked, Math.sqrt(MOST_PIXELS / (width * height)));
