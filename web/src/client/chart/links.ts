import type { Place } from './points.ts';

/** The link of a point: to the entries of the register behind its value. All widths of a chart have the same. */
export const linkAt = (plot: Element, { series, point }: Place): SVGAElement | null =>
  plot.querySelector<SVGAElement>(`.links a[data-at="${series}-${point}"]`);

/** Follows a link as a click would; a synthetic one on an SVG link is not followed everywhere. */
export function follow({ href, target }: SVGAElement): void {
  const link = document.createElement('a');
  Object.assign(link, { href: href.baseVal, target: target.baseVal, rel: 'noopener' }).click();
}

/**
 * A finger shows the values with the first touch of a bar and follows with the second: it cannot hover. `place` tells
 * which point is shown.
 */
export function followSecondTouch(
  plot: HTMLElement,
  place: () => Place | null,
  signal: AbortSignal,
): void {
  let shown: Place | null = null;
  let touched = false;
  plot.addEventListener(
    'pointerdown',
    ({ pointerType }) => {
      touched = pointerType === 'touch';
      shown = place();
    },
    // Before the point that is touched is shown.
    { signal, capture: true },
  );
  plot.addEventListener(
    'click',
    (event) => {
      const now = place();
      const again = shown?.series === now?.series && shown?.point === now?.point;
      if (touched && !again) event.preventDefault();
    },
    { signal },
  );
}
