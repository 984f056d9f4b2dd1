import type { Page } from '@playwright/test';

/** Share (0–1) of pixels that differ by more than `least` of 255 in some channel; null where the sizes differ. */
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
      let count = 0;
      for (let at = 0; at < a!.data.length; at += 4)
        if ([0, 1, 2].some((i) => Math.abs(a!.data[at + i]! - b!.data[at + i]!) > threshold))
          count++;
      return count / (a!.width * a!.height);
    },
    [[one.toString('base64'), other.toString('base64')], least] as const,
  );
}
