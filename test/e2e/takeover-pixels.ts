import type { Page } from '@playwright/test';

/**
 * Share (0–1) of pixels of one picture that no pixel at their place in the other, or next to it, comes near (by at
 * most `least` of 255 in each channel); null where the sizes differ. An edge that lies between two pixels may be
 * smoothed to either side; a bar that is out of place by more shows.
 */
export function differingPixels(
  page: Page,
  one: Buffer,
  other: Buffer,
  least = 32,
): Promise<number | null> {
  return page.evaluate(
    async ([images, threshold]) => {
      const [a, b] = await Promise.all(
        images.map(async (base64) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (a!.width !== b!.width || a!.height !== b!.height) return null;
      const { width, height } = a!;
      const near = (at: number, x: number, y: number) => {
        if (x < 0 || y < 0 || x >= width || y >= height) return false;
        const other = (y * width + x) * 4;
        return [0, 1, 2].every(
          (i) => Math.abs(a!.data[at + i]! - b!.data[other + i]!) <= threshold,
        );
      };
      const steps = [0, -1, 1];
      let count = 0;
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const at = (y * width + x) * 4;
          if (!steps.some((dy) => steps.some((dx) => near(at, x + dx, y + dy)))) count++;
        }
      return count / (width * height);
    },
    [[one.toString('base64'), other.toString('base64')], least] as const,
  );
}
