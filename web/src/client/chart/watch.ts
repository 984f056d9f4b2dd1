/**
 * Calls back when a plot must be drawn again until the signal ends: with false when its size may have changed, with
 * true when its theme has, or the pixels of the screen.
 */
export function watchPlot(
  plot: Element,
  again: (force: boolean) => void,
  signal: AbortSignal,
): void {
  const force = () => again(true);
  const resized = new ResizeObserver(() => again(false));
  const themed = new MutationObserver(force);
  resized.observe(plot);
  themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', force, { signal });
  const watchPixels = () =>
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener(
      'change',
      () => {
        force();
        watchPixels();
      },
      { signal, once: true },
    );
  watchPixels();
  signal.addEventListener('abort', () => {
    resized.disconnect();
    themed.disconnect();
  });
}
