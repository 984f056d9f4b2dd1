import type { ChartData } from './canvas.ts';
import { placeAt, seriesOf, step } from './points.ts';
import type { Place } from './points.ts';

interface Reader {
  data(): ChartData;
  place(): Place | null;
  /** `ring`: whether to ring the point, for the keyboard. */
  show(place: Place | null, ring: boolean): void;
}

/** Lets a reader walk the points by arrow keys, which are spoken by the live region, and by pointer. */
export function readByKeyAndPointer(
  plot: HTMLElement,
  canvas: HTMLCanvasElement,
  { data, place, show }: Reader,
  signal: AbortSignal,
): void {
  const region = plot.querySelector('.reading');
  const byKey = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = step(data(), place(), event.key);
    if (!to) return;
    event.preventDefault();
    const found = to === 'leave' ? null : to;
    show(found, true);
    if (region)
      region.textContent = found
        ? seriesOf(data())[found.series]!.points[found.point]!.reading
        : '';
  };
  const byPointer = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    const scale = data().layout.width / box.width;
    const at = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale] as const;
    show(placeAt(data(), ...at), false);
  };
  const leave = () => show(null, false);
  plot.addEventListener('keydown', byKey, { signal });
  plot.addEventListener('pointermove', byPointer, { signal });
  plot.addEventListener('pointerdown', byPointer, { signal });
  plot.addEventListener('pointerleave', leave, { signal });
  plot.addEventListener('blur', leave, { signal });
}
